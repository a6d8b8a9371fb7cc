return Is(State.Drafted with { Index = 99 });
