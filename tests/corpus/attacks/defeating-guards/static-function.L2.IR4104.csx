static Verdict F(Figure f) => f.AtLeast(1);
return F(Value);
