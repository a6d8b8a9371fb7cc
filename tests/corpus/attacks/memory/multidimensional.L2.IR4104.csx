var x = new int[10000, 10000];
return AtLeast(1);
