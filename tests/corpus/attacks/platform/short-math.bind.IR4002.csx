return AtLeast(Math.Max(1, 2));
