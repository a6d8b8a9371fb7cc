return Value == Items.Straw ? AtLeast(1) : AtLeast(2);
