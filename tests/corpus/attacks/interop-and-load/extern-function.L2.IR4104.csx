static extern int getpid();
return AtLeast(getpid());
