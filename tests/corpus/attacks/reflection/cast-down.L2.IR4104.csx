return ((RuleContext)Value).AtLeast(1);
