lock (Value) { }
return AtLeast(1);
