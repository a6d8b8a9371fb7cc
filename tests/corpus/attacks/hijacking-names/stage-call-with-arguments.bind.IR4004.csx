return Stage_1(1);
