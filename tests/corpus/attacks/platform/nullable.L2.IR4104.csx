int? x = null;
return AtLeast(1);
