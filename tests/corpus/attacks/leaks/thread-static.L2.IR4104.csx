[System.ThreadStatic] int x = 1;
return AtLeast(x);
