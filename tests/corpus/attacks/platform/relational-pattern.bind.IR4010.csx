return Place.Population is > decimal.MaxValue ? AtLeast(1) : AtLeast(2);
