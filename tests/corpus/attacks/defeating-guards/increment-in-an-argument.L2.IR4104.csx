var x = 1;
return AtLeast(++x);
