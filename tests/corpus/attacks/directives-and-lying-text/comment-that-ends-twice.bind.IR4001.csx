/* a */ */ return AtLeast(1);
