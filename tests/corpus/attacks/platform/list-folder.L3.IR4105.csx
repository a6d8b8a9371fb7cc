return Unknown(System.IO.Directory.GetCurrentDirectory());
