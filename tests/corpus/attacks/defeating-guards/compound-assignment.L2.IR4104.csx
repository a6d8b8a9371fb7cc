var x = 1;
x += 1;
return AtLeast(x);
