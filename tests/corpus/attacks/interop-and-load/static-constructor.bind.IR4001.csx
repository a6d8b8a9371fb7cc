static Rule_0() { }
return AtLeast(1);
