return Unknown(System.Environment.GetEnvironmentVariable("PATH"));
