return System.OperatingSystem.IsWindows() ? AtLeast(1) : AtLeast(2);
