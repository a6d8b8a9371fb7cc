System.Func<Figure, Verdict> f = null;
f = i => f(i);
return EachItem(f);
