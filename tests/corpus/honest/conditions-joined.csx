return Year > 2020 && !(Place.Population < 1000 || Place.Climate == Climate.SemiArid) ? AtLeast(1) : AtLeast(2);
