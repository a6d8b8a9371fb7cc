System.Func<Figure, Verdict> f = i => AtLeast(1);
return Unknown(f.Target.ToString());
