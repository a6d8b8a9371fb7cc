return AtLeast(System.Environment.TickCount);
