using var x = Value;
return AtLeast(1);
