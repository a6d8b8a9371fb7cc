var SuperiorTask = 1;
return AtLeast(SuperiorTask);
