return Year is int.MaxValue ? AtLeast(1) : AtLeast(2);
