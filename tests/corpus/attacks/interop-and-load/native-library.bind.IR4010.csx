return AtLeast(System.Runtime.InteropServices.NativeLibrary.Load("libc") == 0 ? 1 : 2);
