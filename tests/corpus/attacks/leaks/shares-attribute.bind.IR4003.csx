return AtLeast(Place.Terrain.Attribute);
