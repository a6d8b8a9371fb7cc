return Value.Owner.AtLeast(1);
