return AtLeast((int)Place.Climate);
