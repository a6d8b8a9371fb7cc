extern alias X;
return AtLeast(1);
