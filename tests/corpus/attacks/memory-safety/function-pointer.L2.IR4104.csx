delegate*<int, int> p = null;
return AtLeast(1);
