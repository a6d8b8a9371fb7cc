Verdict F0()
{
Verdict F1()
{
Verdict F2()
{
Verdict F3()
{
Verdict F4()
{
Verdict F5()
{
Verdict F6()
{
Verdict F7()
{
Verdict F8()
{
Verdict F9()
{
Verdict F10()
{
Verdict F11()
{
Verdict F12()
{
Verdict F13()
{
Verdict F14()
{
Verdict F15()
{
Verdict F16()
{
Verdict F17()
{
Verdict F18()
{
Verdict F19()
{
Verdict F20()
{
Verdict F21()
{
Verdict F22()
{
Verdict F23()
{
Verdict F24()
{
Verdict F25()
{
Verdict F26()
{
Verdict F27()
{
Verdict F28()
{
Verdict F29()
{
return AtLeast(1);
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
return AtLeast(1);
