return Year is int Value ? AtLeast(Value) : AtLeast(1);
