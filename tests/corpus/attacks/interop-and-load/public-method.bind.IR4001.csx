public Verdict F() => AtLeast(1);
return F();
