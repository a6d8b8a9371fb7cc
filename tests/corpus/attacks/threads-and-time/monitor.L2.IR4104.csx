System.Threading.Monitor.Enter(Value);
return AtLeast(1);
