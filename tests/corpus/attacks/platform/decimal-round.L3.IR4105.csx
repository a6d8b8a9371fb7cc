return AtLeast(decimal.Round(1.5, 0));
