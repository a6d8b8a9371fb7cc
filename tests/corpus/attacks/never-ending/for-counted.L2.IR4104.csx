var s = 0;
for (var i = 0; i < 2147483647; i = i + 1) { s = s + i; }
return AtLeast(s);
