var s = System.Runtime.InteropServices.MemoryMarshal.AsMemory<char>(null);
return AtLeast(1);
