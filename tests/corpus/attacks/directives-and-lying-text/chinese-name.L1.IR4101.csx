var 下限 = 1;
return AtLeast(下限);
