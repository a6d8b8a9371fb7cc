System.Threading.Tasks.Parallel.For(0, 10, i => { });
return AtLeast(1);
