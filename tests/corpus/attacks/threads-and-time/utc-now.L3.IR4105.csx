return AtLeast(System.DateTimeOffset.UtcNow.Year);
