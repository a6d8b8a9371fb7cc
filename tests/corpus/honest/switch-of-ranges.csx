return AtLeast(Place.Population switch
{
    < 100000 => 20,
    < 500000 => 25.5,
    < 1000000 => 30,
    _ => 35,
});
