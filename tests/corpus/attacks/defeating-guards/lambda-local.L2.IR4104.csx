var f = (Figure i) => i.AtLeast(1);
return EachItem(f);
