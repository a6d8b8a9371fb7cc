return AtLeast(System.Runtime.InteropServices.GCHandle.Alloc(Value).IsAllocated ? 1 : 2);
