return AtLeast(System.Runtime.CompilerServices.Unsafe.SizeOf<decimal>());
