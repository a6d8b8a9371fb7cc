return AtLeast(Items.All.Length);
