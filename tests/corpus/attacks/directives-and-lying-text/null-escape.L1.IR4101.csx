return Unknown("\0");
