/* a /* b */ c */ return AtLeast(1);
