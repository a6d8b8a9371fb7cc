return (Year - 2020) switch { 1 => AtLeast(1), 2 => AtLeast(3) };
