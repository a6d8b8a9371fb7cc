return Unknown("a".PadLeft(2000000000));
