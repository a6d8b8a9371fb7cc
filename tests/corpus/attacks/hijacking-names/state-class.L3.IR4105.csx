return AtLeast(Rule_0.State.Drafted.Index);
