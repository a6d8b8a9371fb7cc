var low = 1;
if (Year > 1)
{
    var low = 2;
    return AtLeast(low);
}

return AtLeast(low);
