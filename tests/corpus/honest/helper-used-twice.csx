Verdict Above(Figure figure, decimal low) => figure.AtLeast(low) & figure.NotReduced();
return Above(Value, 20) & Above(Items.Straw, 90);
