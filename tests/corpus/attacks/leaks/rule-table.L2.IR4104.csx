var t = new RuleTable(null);
return AtLeast(1);
