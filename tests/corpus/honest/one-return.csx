return AtLeast(20);
