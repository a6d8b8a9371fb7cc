var Place = 1;
return AtLeast(Place);
