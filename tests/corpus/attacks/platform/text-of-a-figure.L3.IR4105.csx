return Unknown(Value.ToString());
