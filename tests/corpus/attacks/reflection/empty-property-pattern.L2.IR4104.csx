return Value is { } x ? AtLeast(1) : AtLeast(2);
