var Value = 1;
return AtLeast(Value);
