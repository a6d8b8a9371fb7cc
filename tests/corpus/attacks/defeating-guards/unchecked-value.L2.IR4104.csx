return AtLeast(unchecked(2147483647 + Year));
