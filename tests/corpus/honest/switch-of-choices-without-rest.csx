return Place.Climate switch { Climate.SemiArid => AtLeast(1) };
