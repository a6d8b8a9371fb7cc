return AtLeast(1);
}

static int X = System.Environment.TickCount;

private Verdict Other()
{
return AtLeast(2);
