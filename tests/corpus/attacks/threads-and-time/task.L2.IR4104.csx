return System.Threading.Tasks.Task.Run(() => 1).Result > 0 ? AtLeast(1) : AtLeast(2);
