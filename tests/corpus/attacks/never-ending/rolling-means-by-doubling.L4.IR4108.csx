Verdict A() => AverageOver(50).AverageOver(50).ImprovingEachYear(50);
Verdict B() => A() & A() & A() & A();
return B() & B() & B() & B();
