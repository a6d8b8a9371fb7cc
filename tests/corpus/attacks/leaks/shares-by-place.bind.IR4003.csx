return AtLeast(Place.Terrain.At(0));
