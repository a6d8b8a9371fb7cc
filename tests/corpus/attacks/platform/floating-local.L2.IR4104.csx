double x = 1.5d;
return AtLeast(1);
