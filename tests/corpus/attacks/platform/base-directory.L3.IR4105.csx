return Unknown(System.AppContext.BaseDirectory);
