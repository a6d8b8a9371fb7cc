return SuperiorTask._owner.AtLeast(1);
