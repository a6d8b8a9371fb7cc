System.Object x = Value;
return AtLeast(1);
