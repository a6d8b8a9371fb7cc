Verdict F() => EachItem(i => F());
return F();
