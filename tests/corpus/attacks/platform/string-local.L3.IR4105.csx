var x = "a";
return Unknown(x);
