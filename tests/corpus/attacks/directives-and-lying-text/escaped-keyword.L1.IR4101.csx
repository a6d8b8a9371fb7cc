\u0075nsafe { }
return AtLeast(1);
