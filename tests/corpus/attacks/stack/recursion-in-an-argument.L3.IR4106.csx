decimal F(decimal x) => F(F(x));
return AtLeast(F(1));
