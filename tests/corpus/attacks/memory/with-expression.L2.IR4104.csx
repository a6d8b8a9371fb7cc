return Value with { };
