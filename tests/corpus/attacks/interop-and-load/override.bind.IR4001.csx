protected override Verdict StageRule(int stage) => AtLeast(1);
return AtLeast(1);
