var x = 1;
var p = &x;
return AtLeast(1);
