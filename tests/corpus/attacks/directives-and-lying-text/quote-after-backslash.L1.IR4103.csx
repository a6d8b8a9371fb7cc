return Unknown("a\\"b");
