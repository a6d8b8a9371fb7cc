// 
return AtLeast(1);
