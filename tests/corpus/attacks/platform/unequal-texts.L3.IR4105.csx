return (Year > 2020 ? "e" : "f") != "e" ? AtLeast(1) : AtLeast(2);
