Place.Terrain.Hill = 1;
return AtLeast(1);
