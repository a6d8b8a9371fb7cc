return EachItem(async i => i.AtLeast(1));
