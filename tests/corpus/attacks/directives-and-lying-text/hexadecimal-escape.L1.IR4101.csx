return Unknown("\x22");
