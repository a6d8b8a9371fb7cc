var x = 1;
var r = __makeref(x);
return AtLeast(1);
