return Year > 1 ? Unknown(System.Environment.MachineName) : AtLeast(1);
