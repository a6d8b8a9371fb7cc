Attach(this, Info);
return AtLeast(1);
