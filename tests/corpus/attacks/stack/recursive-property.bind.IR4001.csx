Verdict P => P;
return P;
