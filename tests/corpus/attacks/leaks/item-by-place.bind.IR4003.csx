return Items.At(0).AtLeast(1);
