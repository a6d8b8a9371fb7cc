var s = "a";
s += s;
return Unknown(s);
