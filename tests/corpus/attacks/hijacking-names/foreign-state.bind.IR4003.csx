return Is(State.Nowhere);
