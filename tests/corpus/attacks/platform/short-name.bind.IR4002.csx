return Unknown(File.ReadAllText("x"));
