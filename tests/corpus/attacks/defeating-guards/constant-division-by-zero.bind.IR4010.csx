return AtLeast(1 / 0);
