return Unknown("x", 99);
