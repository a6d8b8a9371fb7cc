return (Value > 3 ? 1.5 : 2) switch { > 1 and < 2 => AtLeast(1) };
