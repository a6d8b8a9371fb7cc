[System.Runtime.CompilerServices.SkipLocalsInit] Verdict F() => AtLeast(1);
return F();
