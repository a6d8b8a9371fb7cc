switch (Place.Climate)
{
    case Climate.SemiHumid:
    case Climate.SemiArid:
        return AtLeast(1);
    default:
        return AtLeast(2);
}
