var low = 1;
var lоw = 99;
return AtLeast(lоw);
