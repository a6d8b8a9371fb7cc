return EachItem(a => EachItem(b => a.AtLeast(1) & b.AtLeast(1)));
