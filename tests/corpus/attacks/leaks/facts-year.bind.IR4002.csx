return AtLeast(FactsYear);
