return EachItem((i) => i.AtLeast(1));
