return Year is var y ? AtLeast(y) : AtLeast(2);
