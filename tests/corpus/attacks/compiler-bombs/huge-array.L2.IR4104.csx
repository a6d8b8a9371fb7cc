var x = new int[2147483647];
return AtLeast(1);
