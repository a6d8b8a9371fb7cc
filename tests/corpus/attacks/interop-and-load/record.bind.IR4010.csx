record R(int X);
return AtLeast(1);
