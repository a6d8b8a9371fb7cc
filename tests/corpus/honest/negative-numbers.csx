return ChangeAtLeast(-1.5) & MoreThan(-3) & AtLeast(-(2 - 5));
