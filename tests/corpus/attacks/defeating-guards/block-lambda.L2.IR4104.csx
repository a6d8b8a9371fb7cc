return EachItem(i => { return i.AtLeast(1); });
