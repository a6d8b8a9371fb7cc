Verdict F() => throw null;
return F();
