switch (Year > 2020 ? "e" : "f")
{
    case "e": return AtLeast(1);
    default: return AtLeast(2);
}
