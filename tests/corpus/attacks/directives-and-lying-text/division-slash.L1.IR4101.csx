return AtLeast(1 ∕ 2);
