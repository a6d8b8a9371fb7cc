if (Value > 60)
{
    return StableOrImproving();
}

return AtLeast(55);
