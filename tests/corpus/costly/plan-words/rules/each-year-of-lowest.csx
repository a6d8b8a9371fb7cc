return EachYear(50, y => y.Lowest(50).Highest(50).AtLeast(1) & y.AverageGrowth(YearsBack(50)).OnTrack(1, 1000000));
