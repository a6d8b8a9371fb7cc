return Unknown(nameof(Value));
