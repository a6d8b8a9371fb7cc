using (Value) { }
return AtLeast(1);
