var x = new decimal[2000000000];
return AtLeast(1);
