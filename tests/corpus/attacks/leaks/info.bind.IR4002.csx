return Unknown(Info.Id);
