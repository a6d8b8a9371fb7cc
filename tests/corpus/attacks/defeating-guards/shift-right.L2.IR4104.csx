return AtLeast(Year >> 1);
