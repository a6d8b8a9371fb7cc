return (Year > 2020 ? "e" : "f") is not ("a" or "b") ? AtLeast(1) : AtLeast(2);
