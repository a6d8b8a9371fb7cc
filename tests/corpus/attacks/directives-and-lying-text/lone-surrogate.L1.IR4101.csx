return AtLeast(í €);
