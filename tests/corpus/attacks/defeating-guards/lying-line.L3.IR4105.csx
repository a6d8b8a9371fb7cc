return AtLeast(20, line: 99);
