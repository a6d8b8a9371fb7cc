return Unknown("i".ToUpper());
