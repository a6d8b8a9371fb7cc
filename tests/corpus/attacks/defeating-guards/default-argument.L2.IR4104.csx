Verdict F(decimal x = 1) => AtLeast(x);
return F();
