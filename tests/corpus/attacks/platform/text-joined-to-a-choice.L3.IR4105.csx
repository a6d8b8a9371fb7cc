return Unknown("a" + Place.Climate);
