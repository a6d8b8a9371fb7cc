{
    var low = 1;
    if (Value > low) return AtLeast(2);
}

{
    var low = 3;
    return AtLeast(low);
}
