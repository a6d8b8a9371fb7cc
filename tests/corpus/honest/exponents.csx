return AtLeast(4.5e2) & AtMost(1E9) & MoreThan(1e-3);
