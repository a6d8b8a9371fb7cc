return !AtLeast(1);
