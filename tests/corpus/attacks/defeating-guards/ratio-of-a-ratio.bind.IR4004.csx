return AtLeast(Ratio(Ratio(1, 2), 3), of: Items.Straw);
