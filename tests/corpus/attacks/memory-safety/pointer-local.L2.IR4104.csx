int* p = null;
return AtLeast(1);
