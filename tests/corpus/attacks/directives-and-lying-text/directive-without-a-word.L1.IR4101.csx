#
return AtLeast(1);
