fixed (char* p = "a") { }
return AtLeast(1);
