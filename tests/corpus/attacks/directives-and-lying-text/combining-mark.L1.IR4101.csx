var lów = 1;
return AtLeast(1);
