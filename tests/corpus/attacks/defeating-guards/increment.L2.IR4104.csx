var x = 1;
x++;
return AtLeast(x);
