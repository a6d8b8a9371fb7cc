return AtLeast(line: 3, threshold: 20);
