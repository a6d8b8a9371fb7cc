return AtLeast(2147483647 + 1);
