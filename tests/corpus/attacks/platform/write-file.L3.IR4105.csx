return Unknown(System.IO.File.Create("a").Name);
