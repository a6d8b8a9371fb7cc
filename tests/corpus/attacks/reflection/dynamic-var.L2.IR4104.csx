var x = (dynamic)Value;
return AtLeast(1);
