var decimal = 1;
return AtLeast(decimal);
