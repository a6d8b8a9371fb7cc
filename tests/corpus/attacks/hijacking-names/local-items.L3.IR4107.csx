var Items = 1;
return AtLeast(Items);
