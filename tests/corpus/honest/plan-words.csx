var left = Items.Straw - Value * 2 + 1;
var part = Ratio(2, 3);
return OnTrack(14, 2030, since: YearsBack(5)) & OnTrack("2026: 11, 2028: 12.5") & AverageGrowth(SinceBaseYear).AtLeast(5)
    & (ChainedGrowth(YearsBack(3)).AtMost(9) | EachYear(3, y => y.AtLeast(1) & y.StableOrImproving()))
    & Lowest(3).AtLeast(1) & Highest(2).AtMost(90) & About(5) & About(5, within: 1, unclear: 2)
    & left.AtLeast(part, of: Items.Straw) & (Items.Straw / Value).MoreThan(0.5) & (left / 3 - 2).LessThan(3);
