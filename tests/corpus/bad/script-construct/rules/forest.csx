var low = 20;
while (low < 30)
{
    low = low + 1;
}

return AtLeast(low);
