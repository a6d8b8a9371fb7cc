Verdict Upper(decimal x) => NotApplicable("x");
return Upper(1);
