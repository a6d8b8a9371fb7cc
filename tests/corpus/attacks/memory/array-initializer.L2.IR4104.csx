decimal[] x = { 1, 2, 3 };
return AtLeast(1);
