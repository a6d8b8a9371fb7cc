interface I { static int X = 1; }
return AtLeast(1);
