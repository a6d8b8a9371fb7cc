return Year is Year ? AtLeast(1) : AtLeast(2);
