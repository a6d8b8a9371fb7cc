Place.Climate = Climate.SemiArid;
return AtLeast(1);
