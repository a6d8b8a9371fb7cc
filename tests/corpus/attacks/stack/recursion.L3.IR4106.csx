Verdict F() => F();
return F();
