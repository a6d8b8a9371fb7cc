return EachItem(i => i.AtLeast(1, 7));
