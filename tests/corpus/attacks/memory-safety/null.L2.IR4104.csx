return AtLeast(null == null ? 1 : 2);
