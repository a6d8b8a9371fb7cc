return Value is RuleContext c ? c.AtLeast(1) : AtLeast(2);
