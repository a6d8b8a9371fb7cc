Shares_Terrain x = Place.Terrain;
return AtLeast(x.Hill);
