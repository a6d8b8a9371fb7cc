await System.Threading.Tasks.Task.Delay(1);
return AtLeast(1);
