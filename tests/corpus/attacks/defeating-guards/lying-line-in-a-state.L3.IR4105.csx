return Is(State.Drafted, 99);
