return Unknown("a".ToUpper());
