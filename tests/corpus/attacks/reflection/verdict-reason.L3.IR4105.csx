return AtLeast(1).Reason.Line > 1 ? AtLeast(1) : AtLeast(2);
