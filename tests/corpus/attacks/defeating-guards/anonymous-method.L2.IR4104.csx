return EachItem(delegate(Figure i) { return i.AtLeast(1); });
