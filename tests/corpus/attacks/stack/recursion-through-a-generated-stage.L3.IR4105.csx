return Stage_0();
