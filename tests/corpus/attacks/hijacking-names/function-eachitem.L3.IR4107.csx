Verdict EachItem(decimal x) => NotApplicable("x");
return EachItem(1);
