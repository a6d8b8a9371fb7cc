start: return AtLeast(1);
