nint x = 1;
return AtLeast(1);
