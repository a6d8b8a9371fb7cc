return AtLeast(System.IntPtr.Size);
