return EachItem((Figure i) => i.AtLeast(1));
