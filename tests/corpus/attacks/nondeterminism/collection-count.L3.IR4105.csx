return AtLeast(System.GC.CollectionCount(0));
