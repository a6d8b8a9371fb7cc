System.GC.AddMemoryPressure(2000000000);
return AtLeast(1);
