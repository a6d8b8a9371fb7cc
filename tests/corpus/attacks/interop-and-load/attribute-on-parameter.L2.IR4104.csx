Verdict F([System.Obsolete] decimal x) => AtLeast(x);
return F(1);
