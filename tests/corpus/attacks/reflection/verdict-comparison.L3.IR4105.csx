return AtLeast(1) == AtLeast(2) ? AtLeast(1) : AtLeast(2);
