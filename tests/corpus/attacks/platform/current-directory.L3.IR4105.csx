System.Environment.CurrentDirectory = "/";
return AtLeast(1);
