StateId s = new(99);
return Is(s);
