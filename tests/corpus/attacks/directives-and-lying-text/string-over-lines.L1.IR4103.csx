return Unknown("a
b");
