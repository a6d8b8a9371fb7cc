var Verdict = 1;
return AtLeast(Verdict);
