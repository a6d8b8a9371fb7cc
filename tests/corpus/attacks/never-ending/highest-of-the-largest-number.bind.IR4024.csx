return Highest(2147483647).AtLeast(1);
