return AtLeast(decimal.MaxValue);
