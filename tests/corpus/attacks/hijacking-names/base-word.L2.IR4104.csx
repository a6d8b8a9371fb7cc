return base.AtLeast(1);
