int[] x = [1, 2];
return AtLeast(1);
