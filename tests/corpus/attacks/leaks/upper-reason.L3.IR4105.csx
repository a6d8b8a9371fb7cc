return Upper("u").Reason.Line > 1 ? AtLeast(1) : AtLeast(2);
