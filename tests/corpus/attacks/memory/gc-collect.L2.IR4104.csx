System.GC.Collect();
return AtLeast(1);
