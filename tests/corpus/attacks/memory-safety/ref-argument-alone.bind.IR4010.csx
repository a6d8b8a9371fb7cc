Verdict F(int x) => AtLeast(x);
var y = 2;
return F(ref y);
