// [2J
return AtLeast(1);
