return Unknown($"{Value}");
