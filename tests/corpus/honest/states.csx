return Is(State.Implemented) | Reached(State.Drafted);
