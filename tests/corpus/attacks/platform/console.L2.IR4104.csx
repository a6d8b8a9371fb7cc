System.Console.WriteLine("x");
return AtLeast(1);
