var Stage_0 = 1;
return AtLeast(Stage_0);
