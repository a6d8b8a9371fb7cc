Verdict AtLeast(decimal x) => NotApplicable("x");
return AtLeast(1);
