AtLeast(1); return AtMost(2)
