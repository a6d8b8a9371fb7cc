void F(ref int x) { x = 1; }
var y = 2;
F(ref y);
return AtLeast(y);
