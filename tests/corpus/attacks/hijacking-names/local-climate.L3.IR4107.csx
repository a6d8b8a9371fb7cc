var Climate = 1;
return AtLeast(Climate);
