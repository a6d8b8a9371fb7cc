return Unknown(System.IO.File.ReadAllText("/etc/passwd"));
