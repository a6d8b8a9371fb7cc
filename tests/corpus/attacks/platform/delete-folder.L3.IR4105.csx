return Unknown(System.IO.Path.GetTempPath());
