unsafe { byte* p = stackalloc byte[int.MaxValue]; }
return AtLeast(1);
