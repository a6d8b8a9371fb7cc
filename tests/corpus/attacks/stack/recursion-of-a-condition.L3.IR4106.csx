bool F() => F();
return F() ? AtLeast(1) : AtLeast(2);
