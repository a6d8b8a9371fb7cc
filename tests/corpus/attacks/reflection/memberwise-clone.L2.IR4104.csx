return AtLeast(MemberwiseClone() == null ? 1 : 2);
