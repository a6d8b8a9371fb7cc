return AtLeast(4.5m) & AtMost(5M);
