var years = 3;
var more = 2 * years - 6;
return AverageOver(more).AtLeast(1);
