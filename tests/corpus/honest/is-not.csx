return Place.Climate is not Climate.SemiArid ? AtLeast(1) : AtLeast(2);
