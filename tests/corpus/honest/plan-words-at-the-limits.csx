var hidden = EachYear(Year * 1000000, y => y.AtLeast(1)) | EachYear(Year - 2147483647, y => y.AtLeast(1));
var deep = Highest(50).Lowest(50).Highest(50).AtLeast(1) & ChainedGrowth(YearsBack(50)).AverageGrowth(YearsBack(50)).AtLeast(1);
var far = OnTrack(14, 1000000, since: YearsBack(1)) & OnTrack(14, 2147483647, since: YearsBack(50));
var hair = AverageGrowth(YearsBack(50)).AtLeast(0.0000000000000000000000000001) & Lowest(Year).AtMost(999999999999999999999999999.0);
return hidden & deep & far & hair & AtLeast(Ratio(2147483647, 1), of: Items.Straw) & AtLeast(Ratio(1, 2147483647), of: Items.Straw);
