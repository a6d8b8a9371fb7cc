Verdict F()
{
    Verdict G() => AtLeast(1);
    return G();
}

return F();
