return "abc" is { Length: 3 } ? AtLeast(1) : AtLeast(2);
