return AtLeast(Place.Number(0));
