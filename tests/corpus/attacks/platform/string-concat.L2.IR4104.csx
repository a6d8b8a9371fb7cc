return Unknown(string.Concat("a", "b"));
