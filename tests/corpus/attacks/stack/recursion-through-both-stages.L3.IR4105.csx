return Stage_0() & Stage_1();
