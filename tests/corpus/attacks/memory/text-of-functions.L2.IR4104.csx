string F0() => "aaaaaaaa";
string F1() => F0() + F0();
return Unknown(F1());
