return Value switch { RuleContext => AtLeast(1), _ => AtLeast(2) };
