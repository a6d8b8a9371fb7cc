return Unknown(System.Environment.CommandLine);
