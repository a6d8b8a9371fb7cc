return AtLeast(1 << 62);
