for (;;) { }
return AtLeast(1);
