checked { }
return AtLeast(1);
