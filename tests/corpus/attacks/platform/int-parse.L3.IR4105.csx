return AtLeast(int.Parse("1"));
