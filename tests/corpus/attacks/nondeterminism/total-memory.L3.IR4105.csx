return AtLeast(System.GC.GetTotalMemory(false));
