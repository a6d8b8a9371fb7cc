return Unknown(string.Concat(System.Linq.Enumerable.Repeat("a", 2000000000)));
