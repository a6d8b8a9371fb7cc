AtLeast(1)); System.Environment.Exit(0); (AtLeast(2)
