return AtLeast(１);
