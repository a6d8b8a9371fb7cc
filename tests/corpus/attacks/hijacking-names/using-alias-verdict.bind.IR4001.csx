using Verdict = System.Int32;
return AtLeast(1);
