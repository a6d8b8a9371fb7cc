return AtLeast(Place.Population * 9999999999999999999999999999m);
