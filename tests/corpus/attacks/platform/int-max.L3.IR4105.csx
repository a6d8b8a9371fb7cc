return AtLeast(int.MaxValue);
