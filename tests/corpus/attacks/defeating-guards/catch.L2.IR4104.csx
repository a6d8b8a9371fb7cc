try { return AtLeast(1 / (Year - Year)); } catch { return AtLeast(1); }
