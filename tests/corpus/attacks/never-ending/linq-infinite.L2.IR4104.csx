var x = from i in Items select i;
return AtLeast(1);
