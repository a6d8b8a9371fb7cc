static int calls = 0;
return AtLeast(calls);
