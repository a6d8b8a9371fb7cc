var x = Value;
x ??= Value;
return AtLeast(1);
