var a = EachYear(50, y => y.OnTrack(14, 1000000, YearsBack(1)));
Verdict B() => a & EachYear(50, y => y.AverageGrowth(YearsBack(49)).AtLeast(1));
Verdict C() => B() & B() & B() & B();
Verdict D() => C() & C() & C() & C();
return D() & D() & D() & D();
