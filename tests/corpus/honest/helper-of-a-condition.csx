bool Large() => Place.Population >= 1000000;
return Large() ? AtLeast(30) : AtLeast(20);
