return Year is (1) and int y ? AtLeast(1) : AtLeast(2);
