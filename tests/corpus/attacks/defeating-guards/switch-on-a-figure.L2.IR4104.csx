switch (Value)
{
    case null: return AtLeast(1);
    default: return AtLeast(2);
}
