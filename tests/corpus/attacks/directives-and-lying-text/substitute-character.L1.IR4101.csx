return AtLeast(1); more
