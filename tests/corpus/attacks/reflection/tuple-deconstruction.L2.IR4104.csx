var (x, y) = (1, 2);
return AtLeast(x);
