System.Func<Figure, Verdict> f = i => i.AtLeast(1);
return Unknown(f.Method.Name);
