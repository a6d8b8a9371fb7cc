var System = 1;
return AtLeast(System);
