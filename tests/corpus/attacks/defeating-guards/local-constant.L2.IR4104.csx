const decimal Low = 1;
return AtLeast(Low);
