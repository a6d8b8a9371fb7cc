return AtLeast(Value.GetHashCode());
