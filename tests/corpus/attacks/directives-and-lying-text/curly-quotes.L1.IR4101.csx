return Unknown(“a”);
