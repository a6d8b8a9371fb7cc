return EachItem(static i => i.AtLeast(1));
