return AtLeast(Year ^ Year);
