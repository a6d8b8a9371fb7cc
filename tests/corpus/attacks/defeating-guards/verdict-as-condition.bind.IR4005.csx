return AtLeast(1) ? AtLeast(1) : AtLeast(2);
