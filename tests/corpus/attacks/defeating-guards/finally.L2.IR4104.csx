try { return AtLeast(1); } finally { }
