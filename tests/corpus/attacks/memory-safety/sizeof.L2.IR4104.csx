return AtLeast(sizeof(decimal));
