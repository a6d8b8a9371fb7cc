System.AppDomain.CurrentDomain.ProcessExit += null;
return AtLeast(1);
