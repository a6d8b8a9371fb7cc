return Unknown("a" + Year);
