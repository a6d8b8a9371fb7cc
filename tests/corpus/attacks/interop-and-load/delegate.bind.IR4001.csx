delegate void D();
return AtLeast(1);
