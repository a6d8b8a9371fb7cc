return AtLeast(FactsOf(2020) == null ? 1 : 2);
