decimal Value = 20;
return AtLeast(Value);
