private int _last;
return AtLeast(_last);
