return Unknown(Place.Climate.ToString());
