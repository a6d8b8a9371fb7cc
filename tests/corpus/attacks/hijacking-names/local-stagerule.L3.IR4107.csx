var StageRule = 1;
return AtLeast(StageRule);
