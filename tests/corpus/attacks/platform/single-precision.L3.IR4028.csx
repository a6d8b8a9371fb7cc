return Year > 2024.5f ? AtLeast(1) : AtLeast(2);
