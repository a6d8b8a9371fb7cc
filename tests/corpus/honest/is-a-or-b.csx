return Place.Climate is Climate.SemiHumid or Climate.SemiArid ? AtLeast(1) : AtLeast(2);
