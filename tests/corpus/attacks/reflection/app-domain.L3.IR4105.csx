return Unknown(System.AppDomain.CurrentDomain.FriendlyName);
