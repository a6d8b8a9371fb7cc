return AtLeast(1); } Verdict N() { return AtLeast(2);
