return JudgeSafely(-1);
