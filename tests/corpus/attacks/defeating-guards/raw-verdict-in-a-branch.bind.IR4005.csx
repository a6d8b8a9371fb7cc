if (AtLeast(1)) return AtLeast(1);
return AtLeast(2);
