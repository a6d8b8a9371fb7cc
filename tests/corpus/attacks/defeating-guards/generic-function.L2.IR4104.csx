Verdict F<T>(T x) => AtLeast(1);
return F(1);
