return System.Guid.NewGuid().Equals(System.Guid.Empty) ? AtLeast(1) : AtLeast(2);
