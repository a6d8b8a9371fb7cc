System.Globalization.CultureInfo.CurrentCulture = null;
return AtLeast(1);
