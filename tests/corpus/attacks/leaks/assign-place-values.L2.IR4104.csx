Place.Values = null;
return AtLeast(1);
