return EachYear(1000000, y => y.AtLeast(1));
