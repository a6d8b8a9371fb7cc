switch (Year)
{
    case int.MaxValue: return AtLeast(1);
    default: return AtLeast(2);
}
