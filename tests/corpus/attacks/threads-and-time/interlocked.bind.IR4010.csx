var x = 1;
var y = System.Threading.Interlocked.Increment(ref x);
return AtLeast(y);
