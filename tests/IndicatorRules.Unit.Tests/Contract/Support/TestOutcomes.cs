using IndicatorRules.Contract.Conclusions;

namespace IndicatorRules.Contract.Tests.Support;

/// <summary>Verdicts by place, where a scheme's have names.</summary>
internal sealed class TestOutcomes : OutcomeSet
{
    internal Outcome this[int index] => At(index);
}
