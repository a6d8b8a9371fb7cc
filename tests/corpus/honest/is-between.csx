return Year is >= 2020 and <= 2025 ? AtLeast(1) : AtLeast(2);
