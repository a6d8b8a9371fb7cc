return (Value > 3 ? true : false) switch { true => AtLeast(1) };
