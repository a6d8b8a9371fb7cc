return Unknown(base.GetType().FullName);
