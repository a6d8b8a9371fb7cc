return Value is { Info: not null } ? AtLeast(1) : AtLeast(2);
