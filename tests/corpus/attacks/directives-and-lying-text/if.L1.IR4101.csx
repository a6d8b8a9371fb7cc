#if true
return AtLeast(1);
#endif
