return EachYear(2147483647, y => y.AtLeast(1)) & Lowest(0).AtLeast(1);
