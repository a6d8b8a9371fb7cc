return Unknown(System.Environment.MachineName);
