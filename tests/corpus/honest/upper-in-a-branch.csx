return Place.Climate == Climate.SemiArid ? Upper("nation") : Upper("u");
