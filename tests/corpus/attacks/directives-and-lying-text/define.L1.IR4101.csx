#define X
return AtLeast(1);
