Verdict F(Figure Value) => Value.AtLeast(1);
return F(Items.Straw);
