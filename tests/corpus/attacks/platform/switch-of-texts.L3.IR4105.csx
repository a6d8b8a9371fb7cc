return (Year > 2020 ? "e" : "f") switch { "a" => AtLeast(1), "b" => AtLeast(2), "c" => AtLeast(3), "d" => AtLeast(4), "e" => AtLeast(5), "f" => AtLeast(6), "g" => AtLeast(7), _ => AtLeast(8) };
