return Unknown(__reftype(Value).Name);
