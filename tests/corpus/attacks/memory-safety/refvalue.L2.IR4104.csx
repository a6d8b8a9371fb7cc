return AtLeast(__refvalue(Value, int));
