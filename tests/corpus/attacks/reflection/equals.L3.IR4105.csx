return Value.Equals(Items.Straw) ? AtLeast(1) : AtLeast(2);
