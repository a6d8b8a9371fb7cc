Verdict F(Figure f) => EachItem(F);
return F(Value);
