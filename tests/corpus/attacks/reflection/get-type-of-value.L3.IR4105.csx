var t = Value.GetType();
return AtLeast(1);
