return AtLeast("a".GetHashCode());
