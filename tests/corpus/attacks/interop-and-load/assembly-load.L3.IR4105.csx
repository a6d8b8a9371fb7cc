return Unknown(System.Reflection.Assembly.LoadFrom("x.dll").FullName);
