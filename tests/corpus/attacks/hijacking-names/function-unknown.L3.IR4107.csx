Verdict Unknown(decimal x) => NotApplicable("x");
return Unknown(1);
