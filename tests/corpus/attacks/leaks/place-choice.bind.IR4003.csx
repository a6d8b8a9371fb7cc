return AtLeast(Place.Choice(0));
