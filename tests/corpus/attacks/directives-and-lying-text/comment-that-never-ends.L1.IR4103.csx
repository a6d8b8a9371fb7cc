return AtLeast(1); /* and so on
