return Unknown(System.Convert.ToString(Year));
