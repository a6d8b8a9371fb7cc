returnAtLeast(1);
