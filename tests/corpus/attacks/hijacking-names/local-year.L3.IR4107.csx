var Year = 1;
return AtLeast(Year);
