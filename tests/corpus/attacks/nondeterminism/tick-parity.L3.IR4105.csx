return System.Environment.TickCount64 % 2 == 0 ? AtLeast(1) : AtLeast(2);
