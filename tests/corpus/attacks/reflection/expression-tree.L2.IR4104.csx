System.Linq.Expressions.Expression<System.Func<int>> e = () => 1;
return AtLeast(e.Compile()());
