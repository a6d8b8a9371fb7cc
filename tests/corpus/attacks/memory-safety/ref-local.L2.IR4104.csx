var x = 1;
ref int y = ref x;
return AtLeast(y);
