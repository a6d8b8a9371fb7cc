return "abc" is [_, ..] ? AtLeast(1) : AtLeast(2);
