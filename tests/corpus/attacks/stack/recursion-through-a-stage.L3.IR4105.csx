return StageRule(0);
