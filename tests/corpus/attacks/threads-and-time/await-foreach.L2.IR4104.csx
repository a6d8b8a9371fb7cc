await foreach (var x in Items) { }
return AtLeast(1);
