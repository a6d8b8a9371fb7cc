return EachYear(50, y => EachYear(50, z => z.AtLeast(1)) & y.AtLeast(1));
