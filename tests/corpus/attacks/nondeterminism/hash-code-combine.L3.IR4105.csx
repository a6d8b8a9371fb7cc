return AtLeast(System.HashCode.Combine(1, 2));
