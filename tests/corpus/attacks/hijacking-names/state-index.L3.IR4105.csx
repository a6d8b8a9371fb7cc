return AtLeast(State.Drafted.Index);
