return AtLeast(~Year);
