return Unknown(System.TimeZoneInfo.Local.Id);
