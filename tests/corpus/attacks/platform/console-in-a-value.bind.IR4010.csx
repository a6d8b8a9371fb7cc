return System.Console.Read() > 1 ? AtLeast(1) : AtLeast(2);
