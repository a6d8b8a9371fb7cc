if (Year > 1)
{
#line 9
    return AtLeast(1);
}

return AtLeast(2);
