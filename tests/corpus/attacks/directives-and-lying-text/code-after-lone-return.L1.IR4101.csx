// return AtLeast(1); return Unknown($"{$"{Year}"}");
