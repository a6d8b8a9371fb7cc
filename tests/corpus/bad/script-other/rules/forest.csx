var unused = AtLeast(20);
var unused = AtLeast(30);
return unused;
