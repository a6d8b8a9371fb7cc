decimal low;
switch (Place.Climate)
{
    case Climate.SemiHumid: low = 55; break;
    case Climate.SemiArid: low = 35.5; break;
    default: low = 20; break;
}

return AtLeast(low);
