return AtLeast(new[] { 1, 2 }[0]);
