Verdict F(Figure f) => f.AtLeast(1);
return EachItem(F);
