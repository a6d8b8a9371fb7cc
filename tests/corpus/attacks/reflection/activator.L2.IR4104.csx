return AtLeast(System.Activator.CreateInstance<decimal>());
