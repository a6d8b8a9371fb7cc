if (Place.Population > 1000000)
{
    return AtLeast(30);
}
else if (Place.Population > 500000)
{
    return AtLeast(25);
}
else if (Place.Population > 100000)
{
    return AtLeast(20);
}
else
{
    return NotApplicable("人口过少");
}
