var SinceBaseYear = 1;
return AtLeast(SinceBaseYear);
