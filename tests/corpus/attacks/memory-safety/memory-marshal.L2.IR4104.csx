return System.Runtime.InteropServices.MemoryMarshal.AsMemory("x") == null ? AtLeast(1) : AtLeast(2);
