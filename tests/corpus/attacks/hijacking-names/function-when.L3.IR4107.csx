Verdict When(decimal x) => NotApplicable("x");
return When(1);
