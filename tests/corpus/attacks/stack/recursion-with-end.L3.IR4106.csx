Verdict F(int n) => n < 1 ? AtLeast(1) : F(n - 1);
return F(100000000);
