return Unknown((Year > 2020 ? "e" : "f") + "x");
