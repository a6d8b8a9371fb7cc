return AtLeast(1) | Unknown($"{Year:N2}");
