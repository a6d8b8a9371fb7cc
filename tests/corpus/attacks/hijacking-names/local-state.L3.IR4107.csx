var State = 1;
return AtLeast(State);
