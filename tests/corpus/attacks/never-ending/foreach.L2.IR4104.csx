foreach (var i in Items) { }
return AtLeast(1);
