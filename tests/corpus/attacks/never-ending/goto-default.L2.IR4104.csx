switch (Year)
{
    case 1: goto default;
    default: return AtLeast(1);
}
