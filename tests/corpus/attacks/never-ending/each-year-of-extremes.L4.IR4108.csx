return EachYear(50, y => y.Highest(50).Lowest(50).AtMost(1) & y.ChainedGrowth(YearsBack(50)).AtLeast(1));
