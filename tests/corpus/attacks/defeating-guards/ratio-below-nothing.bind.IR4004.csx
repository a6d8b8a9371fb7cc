return AtLeast(Ratio(-2147483648, -1), of: Items.Straw);
