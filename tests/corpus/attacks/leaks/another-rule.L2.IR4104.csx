return new Rule_0().AtLeast(1);
