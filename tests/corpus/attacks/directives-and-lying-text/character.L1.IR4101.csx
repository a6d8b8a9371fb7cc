return Unknown("a" + 'b');
