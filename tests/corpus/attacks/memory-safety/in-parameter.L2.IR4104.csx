Verdict F(in decimal x) => AtLeast(x);
return F(1);
