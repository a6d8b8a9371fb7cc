return Unknown(string.Intern("x"));
