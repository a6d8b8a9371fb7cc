var x = new Figure { };
return AtLeast(1);
