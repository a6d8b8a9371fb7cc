return Year > 2024.5d ? AtLeast(1) : AtLeast(2);
