return Unknown(new string('a', 2000000000));
