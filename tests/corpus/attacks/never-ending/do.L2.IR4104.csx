do { } while (true);
return AtLeast(1);
