return AtLeast(System.Math.Max(Year, 1));
