System.Func<Figure, Verdict> f = i => i.AtLeast(1);
return EachItem(f);
