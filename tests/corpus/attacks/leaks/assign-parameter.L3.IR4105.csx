Verdict F(decimal x) { x = 2; return AtLeast(x); }
return F(1);
