AtLeast(1);
}
record R;
Verdict N() {
return AtLeast(1);
