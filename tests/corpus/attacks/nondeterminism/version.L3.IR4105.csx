return AtLeast(System.Environment.Version.Major);
