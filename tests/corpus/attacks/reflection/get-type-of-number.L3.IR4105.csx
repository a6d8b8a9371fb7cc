return 1.GetType() == 2.GetType() ? AtLeast(1) : AtLeast(2);
