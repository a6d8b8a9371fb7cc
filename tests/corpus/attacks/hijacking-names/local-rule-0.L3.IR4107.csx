var Rule_0 = 1;
return AtLeast(Rule_0);
