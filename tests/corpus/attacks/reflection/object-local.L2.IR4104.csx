object x = Value;
return AtLeast(1);
