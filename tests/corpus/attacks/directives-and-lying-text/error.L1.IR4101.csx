#error stop
return AtLeast(1);
