return new Rule_0().Value.AtLeast(1);
