return default(Verdict);
