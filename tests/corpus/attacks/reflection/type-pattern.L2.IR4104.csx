return Value is RuleContext ? AtLeast(1) : AtLeast(2);
