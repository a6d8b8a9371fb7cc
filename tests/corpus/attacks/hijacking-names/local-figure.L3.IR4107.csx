var Figure = 1;
return AtLeast(Figure);
