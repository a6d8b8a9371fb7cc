var x = 1;
return (x = 2) > 1 ? AtLeast(x) : AtLeast(1);
