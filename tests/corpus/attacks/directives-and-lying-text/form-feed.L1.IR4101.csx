returnAtLeast(1);
