return Unknown("a);
