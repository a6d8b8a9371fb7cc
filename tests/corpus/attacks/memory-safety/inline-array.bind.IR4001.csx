[System.Runtime.CompilerServices.InlineArray(10)]
struct S { int x; }
return AtLeast(1);
