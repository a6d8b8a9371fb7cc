a.a.a.a.a.a.a.a.a.a x = 1;
return AtLeast(1);
