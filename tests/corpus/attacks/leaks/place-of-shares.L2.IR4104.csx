return AtLeast(Place.Terrain.Place == null ? 1 : 2);
