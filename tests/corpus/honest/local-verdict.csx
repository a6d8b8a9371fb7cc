Verdict all = AtLeast(1);
all = all & Items.Straw.AtLeast(2);
all = all | Items.Film.Is(State.Clear);
return all;
