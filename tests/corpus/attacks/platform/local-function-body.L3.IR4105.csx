Verdict F() => Unknown(System.Environment.MachineName);
return AtLeast(1);
