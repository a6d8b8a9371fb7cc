return StableOrImproving(tolerance: 0.5, since: SinceBaseYear) & NotReduced(since: YearsBack(3)) & Improving(since: PreviousYear);
