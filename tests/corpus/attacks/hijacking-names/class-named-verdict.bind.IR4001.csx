class Verdict { }
return AtLeast(1);
