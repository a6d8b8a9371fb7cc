return EachYear(50, y => y.AverageOver(50).SumOver(50).AtLeast(1) | y.SumOver(50).Improving());
