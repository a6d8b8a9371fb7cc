Verdict F0() => AtLeast(1);
Verdict F1()
{
    var a = F0();
    var b = F0();
    return a & b;
}

Verdict F2()
{
    var a = F1();
    var b = F1();
    return a & b;
}

Verdict F3()
{
    var a = F2();
    var b = F2();
    return a & b;
}

Verdict F4()
{
    var a = F3();
    var b = F3();
    return a & b;
}

Verdict F5()
{
    var a = F4();
    var b = F4();
    return a & b;
}

Verdict F6()
{
    var a = F5();
    var b = F5();
    return a & b;
}

Verdict F7()
{
    var a = F6();
    var b = F6();
    return a & b;
}

Verdict F8()
{
    var a = F7();
    var b = F7();
    return a & b;
}

Verdict F9()
{
    var a = F8();
    var b = F8();
    return a & b;
}

Verdict F10()
{
    var a = F9();
    var b = F9();
    return a & b;
}

Verdict F11()
{
    var a = F10();
    var b = F10();
    return a & b;
}

Verdict F12()
{
    var a = F11();
    var b = F11();
    return a & b;
}

Verdict F13()
{
    var a = F12();
    var b = F12();
    return a & b;
}

Verdict F14()
{
    var a = F13();
    var b = F13();
    return a & b;
}

Verdict F15()
{
    var a = F14();
    var b = F14();
    return a & b;
}

Verdict F16()
{
    var a = F15();
    var b = F15();
    return a & b;
}

Verdict F17()
{
    var a = F16();
    var b = F16();
    return a & b;
}

Verdict F18()
{
    var a = F17();
    var b = F17();
    return a & b;
}

Verdict F19()
{
    var a = F18();
    var b = F18();
    return a & b;
}

Verdict F20()
{
    var a = F19();
    var b = F19();
    return a & b;
}

Verdict F21()
{
    var a = F20();
    var b = F20();
    return a & b;
}

Verdict F22()
{
    var a = F21();
    var b = F21();
    return a & b;
}

Verdict F23()
{
    var a = F22();
    var b = F22();
    return a & b;
}

Verdict F24()
{
    var a = F23();
    var b = F23();
    return a & b;
}

Verdict F25()
{
    var a = F24();
    var b = F24();
    return a & b;
}

Verdict F26()
{
    var a = F25();
    var b = F25();
    return a & b;
}

Verdict F27()
{
    var a = F26();
    var b = F26();
    return a & b;
}

Verdict F28()
{
    var a = F27();
    var b = F27();
    return a & b;
}

Verdict F29()
{
    var a = F28();
    var b = F28();
    return a & b;
}

Verdict F30()
{
    var a = F29();
    var b = F29();
    return a & b;
}

return F30();
