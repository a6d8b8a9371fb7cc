return Unknown("ab");
