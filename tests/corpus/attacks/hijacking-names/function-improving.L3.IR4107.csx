Verdict Improving(decimal x) => NotApplicable("x");
return Improving(1);
