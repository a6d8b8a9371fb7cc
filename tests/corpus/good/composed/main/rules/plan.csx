var upper = Upper("nation");
return upper & Reached(State.Drafting);
