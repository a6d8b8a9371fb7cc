return AtLeast(1);
return Unknown(System.Environment.MachineName);
