return Unknown($@"{Year}");
