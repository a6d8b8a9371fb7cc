// \u000a return AtMost(1);
return System.Environment.TickCount > 1 ? AtLeast(1) : AtLeast(2);
