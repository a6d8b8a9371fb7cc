if (Year >= 2025)
{
    return Reached(State.Drafting);
}

var upper = Upper("nation");
return upper & Reached(State.Implemented);
