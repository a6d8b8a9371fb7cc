return Unknown(System.Text.Json.JsonSerializer.Serialize(Value));
