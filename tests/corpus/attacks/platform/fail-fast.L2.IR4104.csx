System.Environment.FailFast("x");
return AtLeast(1);
