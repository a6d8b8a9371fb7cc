var x = 1.5;
ref decimal F() => ref x;
return AtLeast(F());
