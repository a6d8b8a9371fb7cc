return AtLeast(stackalloc int[1] == null ? 1 : 2);
