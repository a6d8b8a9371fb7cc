return Unknown(System.Globalization.CultureInfo.CurrentCulture.Name);
