return AtLeast(100 / (Place.Population - Place.Population));
