return Items.Straw.AtLeast(90) & Items.Film.Is(State.Clear) & Items.Straw.Improving(YearsBack(3));
