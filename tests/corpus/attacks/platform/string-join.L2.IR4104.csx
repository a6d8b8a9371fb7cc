return Unknown(string.Join("", "a", "b"));
