[System.Obsolete] Verdict F() => AtLeast(1);
return F();
