return Unknown($"{$"{Year}"}");
