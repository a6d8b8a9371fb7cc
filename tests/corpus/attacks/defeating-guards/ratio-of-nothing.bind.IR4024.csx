return AtLeast(Ratio(1, 0), of: Items.Straw);
