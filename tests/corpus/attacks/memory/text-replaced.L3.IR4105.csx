return Unknown("aaaa".Replace("a", "aaaaaaaaaaaaaaaa"));
