Verdict F() => G();
Verdict G() => F();
return F();
