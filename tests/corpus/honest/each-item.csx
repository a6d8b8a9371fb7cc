return EachItem(item => item.AtLeast(43));
