return AtLeast(1).Proven == Status.Met ? AtLeast(1) : AtLeast(2);
