return (Value as RuleContext).AtLeast(1);
