return AtLeast(Value?.GetHashCode() ?? 1);
