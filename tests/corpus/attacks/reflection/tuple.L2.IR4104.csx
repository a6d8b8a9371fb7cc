var x = (1, 2);
return AtLeast(x.Item1);
