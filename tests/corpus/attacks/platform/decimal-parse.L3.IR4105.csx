return AtLeast(decimal.Parse("1"));
