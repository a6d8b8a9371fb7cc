return Unknown(System.Environment.NewLine);
