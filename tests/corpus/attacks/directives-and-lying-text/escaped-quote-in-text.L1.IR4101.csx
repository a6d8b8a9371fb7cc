return Unknown("\u0022 + System.Environment.NewLine + \u0022");
