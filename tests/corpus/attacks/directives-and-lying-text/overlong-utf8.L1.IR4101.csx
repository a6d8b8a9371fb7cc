return AtLeast(1À©;
