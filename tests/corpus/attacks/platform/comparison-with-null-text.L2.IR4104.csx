return Unknown("a" + null);
