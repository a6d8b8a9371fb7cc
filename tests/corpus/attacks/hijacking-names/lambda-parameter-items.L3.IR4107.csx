return EachItem(Items => Items.AtLeast(1));
