Verdict F() => F();
return AtLeast(1);
