System.Span<int> x = stackalloc int[100000000];
return AtLeast(1);
