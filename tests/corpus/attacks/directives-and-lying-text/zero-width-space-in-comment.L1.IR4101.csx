// a​b
return AtLeast(1);
