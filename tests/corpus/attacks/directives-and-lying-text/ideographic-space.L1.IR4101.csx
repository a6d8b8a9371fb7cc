return　AtLeast(1);
