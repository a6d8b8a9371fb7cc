return АtLeast(1);
