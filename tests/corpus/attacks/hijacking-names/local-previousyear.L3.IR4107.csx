var PreviousYear = 1;
return AtLeast(PreviousYear);
