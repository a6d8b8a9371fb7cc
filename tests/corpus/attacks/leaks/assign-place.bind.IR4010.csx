Place = Place;
return AtLeast(1);
