// AtLeast(9)
return AtLeast(1);
