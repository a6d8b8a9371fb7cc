return AtLeast(20, 99);
