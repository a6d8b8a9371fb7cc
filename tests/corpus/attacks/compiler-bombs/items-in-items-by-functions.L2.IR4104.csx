Verdict F(Figure f) => EachItem(i => i.AtLeast(1));
return EachItem(i => EachItem(j => F(j)));
