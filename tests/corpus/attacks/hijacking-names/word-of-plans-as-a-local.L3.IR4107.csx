var AverageGrowth = 1;
return AtLeast(AverageGrowth);
