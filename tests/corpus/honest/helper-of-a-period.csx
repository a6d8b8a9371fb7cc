Verdict Better(Since since) => Improving(since);
return Better(PreviousYear) | Better(SinceBaseYear) | Better(YearsBack(5));
