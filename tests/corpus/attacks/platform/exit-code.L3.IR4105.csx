System.Environment.ExitCode = 1;
return AtLeast(1);
