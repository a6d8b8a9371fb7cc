return 0.1d + 0.2d == 0.3d ? AtLeast(1) : AtLeast(2);
