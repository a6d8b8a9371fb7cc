System.Threading.Thread.Sleep(100000);
return AtLeast(1);
