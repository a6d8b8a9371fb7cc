return EachItem(i => Rule());
