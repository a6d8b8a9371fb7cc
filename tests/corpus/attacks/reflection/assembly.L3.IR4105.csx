return Unknown(System.Reflection.Assembly.GetExecutingAssembly().Location);
