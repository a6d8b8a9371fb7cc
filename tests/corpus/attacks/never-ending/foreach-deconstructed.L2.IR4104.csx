foreach (var (a, b) in Items) { }
return AtLeast(1);
