Forget();
return AtLeast(1);
