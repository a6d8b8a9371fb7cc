<!-- -->
return AtLeast(1);
