return Unknown($"{1,2000000000}");
