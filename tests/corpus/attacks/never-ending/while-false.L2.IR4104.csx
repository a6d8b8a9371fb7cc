while (false) { }
return AtLeast(1);
