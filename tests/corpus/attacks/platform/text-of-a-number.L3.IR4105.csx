return Unknown(Year.ToString());
