return AtLeast(System.Environment.CurrentManagedThreadId);
