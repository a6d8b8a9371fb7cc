System.Span<int> x = default;
return AtLeast(1);
