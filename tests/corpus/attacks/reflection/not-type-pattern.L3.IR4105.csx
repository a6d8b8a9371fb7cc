return Value is not RuleContext ? AtLeast(1) : AtLeast(2);
