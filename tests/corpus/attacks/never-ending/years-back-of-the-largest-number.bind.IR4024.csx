return AverageGrowth(YearsBack(2147483647)).AtLeast(1);
