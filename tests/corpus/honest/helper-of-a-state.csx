Verdict Done(StateId state) => Reached(state);
return Done(State.Implemented);
