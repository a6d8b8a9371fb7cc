return AtLeast(1);
