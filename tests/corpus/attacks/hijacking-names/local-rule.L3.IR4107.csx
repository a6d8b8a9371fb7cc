var Rule = 1;
return AtLeast(Rule);
