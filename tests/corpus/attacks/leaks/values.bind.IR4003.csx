return AtLeast(Place.Values.Length);
