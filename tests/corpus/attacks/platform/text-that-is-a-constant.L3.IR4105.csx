return (Year > 2020 ? "e" : "f") is "e" ? AtLeast(1) : AtLeast(2);
