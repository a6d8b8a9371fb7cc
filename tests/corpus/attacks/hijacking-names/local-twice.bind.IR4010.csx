var low = 1;
var low = 2;
return AtLeast(low);
