return Unknown(typeof(void).Name);
