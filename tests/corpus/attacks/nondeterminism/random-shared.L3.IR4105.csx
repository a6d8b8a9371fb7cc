return AtLeast(System.Random.Shared.Next());
