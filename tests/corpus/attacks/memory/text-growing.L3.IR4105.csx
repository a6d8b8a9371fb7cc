var s = "a";
s = s + s;
return Unknown(s);
