return Unknown(bool.TrueString);
