return AtLeast(decimal.Parse("1,5"));
