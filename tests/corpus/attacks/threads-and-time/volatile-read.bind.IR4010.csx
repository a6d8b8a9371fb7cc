return AtLeast(System.Threading.Volatile.Read(ref x));
