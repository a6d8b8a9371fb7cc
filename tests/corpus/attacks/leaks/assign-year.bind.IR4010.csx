Year = 1;
return AtLeast(1);
