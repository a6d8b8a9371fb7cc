var profile = 1.5;
var threads = 2;
var typeofSoil = 3;
var whileaway = 4;
var newest = 5;
var processed = profile + threads + typeofSoil + whileaway + newest;
return AtLeast(processed);
