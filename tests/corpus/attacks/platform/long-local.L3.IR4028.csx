var x = 5L;
return AtLeast(x);
