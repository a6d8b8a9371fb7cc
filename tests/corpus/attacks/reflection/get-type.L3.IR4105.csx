return Unknown(GetType().Name);
