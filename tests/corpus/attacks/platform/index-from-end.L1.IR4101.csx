var x = "abc"[^1];
return AtLeast(1);
