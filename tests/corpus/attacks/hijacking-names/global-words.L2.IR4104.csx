return global::IndicatorRules.Contract.Verdict.Equals(1, 2) ? AtLeast(1) : AtLeast(2);
