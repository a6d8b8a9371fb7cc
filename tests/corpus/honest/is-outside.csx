return Year is < 2020 or > 2025 ? NotApplicable("考核期外") : AtLeast(2);
