return AtLeast(20);
}
Verdict Other() {
    return AtLeast(1);
