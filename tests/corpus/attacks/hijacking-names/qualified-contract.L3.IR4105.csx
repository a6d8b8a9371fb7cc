return IndicatorRules.Contract.Rules.Since.BaseYear == SinceBaseYear ? AtLeast(1) : AtLeast(2);
