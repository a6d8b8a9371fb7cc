return AtLeast(new Ratio(1, 2), of: Items.Straw);
