System.Int128 x = 1;
return AtLeast(1);
