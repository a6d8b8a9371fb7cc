return Unknown(System.Environment.StackTrace);
