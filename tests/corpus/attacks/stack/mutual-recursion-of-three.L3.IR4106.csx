Verdict F() => G();
Verdict G() => H();
Verdict H() => F();
return AtLeast(1);
