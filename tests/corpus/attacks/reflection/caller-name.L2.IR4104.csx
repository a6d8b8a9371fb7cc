Verdict F([System.Runtime.CompilerServices.CallerMemberName] string n = "") => Unknown(n);
return F();
