struct S { [System.Runtime.InteropServices.FieldOffset(0)] int x; }
return AtLeast(1);
