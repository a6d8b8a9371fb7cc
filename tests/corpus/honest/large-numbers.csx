return Place.Population > 3000000000 ? AtLeast(10000000000000000000) : AtLeast(5000000000);
