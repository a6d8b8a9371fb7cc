switch (Year)
{
    case 1: goto case 2;
    case 2: goto case 1;
    default: return AtLeast(1);
}
