Place_ p = Place;
return AtLeast(p.Population);
