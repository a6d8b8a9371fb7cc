#line 1 "other.csx"
return AtLeast(1);
