var x = "abc"[0..1];
return Unknown(x);
