return EachYear(50, y => y.AverageOver(50).AverageOver(50).AtLeast(1) & y.AverageOver(50).Improving());
