return AtLeast(System.Environment.ProcessorCount);
