return AtLeast(1_000.25) & AtMost(1_000_000);
