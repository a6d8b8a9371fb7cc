return AtLeast(System.Runtime.InteropServices.Marshal.AllocHGlobal(1) == 0 ? 1 : 2);
