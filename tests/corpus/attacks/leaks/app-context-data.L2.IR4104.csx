return Unknown((string)System.AppContext.GetData("x"));
