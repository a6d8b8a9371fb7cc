var share = 60 * Place.Terrain.Mountain + 40.5 * Place.Terrain.Hill + 20 * Place.Terrain.Plain;
return AtLeast(share / 100 - 1.5 % 1);
