return AtLeast(new Place_().Population);
