Verdict A() => EachYear(3, y => y.AtLeast(1) & A());
return A();
