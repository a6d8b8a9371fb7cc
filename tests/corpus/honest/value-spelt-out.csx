return Value.AtLeast(20) & Value.NotReduced();
