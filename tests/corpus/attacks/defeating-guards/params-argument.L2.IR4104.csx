Verdict F(params int[] x) => AtLeast(1);
return F(1, 2);
