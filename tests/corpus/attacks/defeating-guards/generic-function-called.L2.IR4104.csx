Verdict F(int x) => AtLeast(x);
return F<int>(1);
