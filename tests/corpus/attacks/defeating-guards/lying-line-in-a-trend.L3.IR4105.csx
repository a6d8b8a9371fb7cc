return StableOrImproving(line: 99);
