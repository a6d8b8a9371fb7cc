Verdict F(dynamic x) => AtLeast(1);
return F(1);
