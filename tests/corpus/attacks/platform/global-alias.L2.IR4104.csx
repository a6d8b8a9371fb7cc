return Unknown(global::System.Environment.UserName);
