return Unknown(@"a");
