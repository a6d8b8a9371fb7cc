return Upper(Year > 2022 ? "u" : "x");
