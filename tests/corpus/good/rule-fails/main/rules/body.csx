if (Value > 5)
{
    return AtLeast(5) & AtMost(5.0 / (Year - 2023)) & Upper("up");
}

return Upper("up");
