var low = 20.0;
if (Place.Climate == Climate.SemiArid)
{
    low = 15;
}

if (Year >= 2025)
{
    low = low + 2.5;
}

return AtLeast(low);
