var worked = Functions.Weighted(Value);
return worked.AverageOver(2).AtLeast(1);
