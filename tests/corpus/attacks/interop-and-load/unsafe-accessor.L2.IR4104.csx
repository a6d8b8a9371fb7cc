[System.Runtime.CompilerServices.UnsafeAccessor(System.Runtime.CompilerServices.UnsafeAccessorKind.Field, Name = "_binding")]
static extern ref int F(RuleContext c);
return AtLeast(1);
