return System.Runtime.CompilerServices.Unsafe.As<RuleContext>(Value).AtLeast(1);
