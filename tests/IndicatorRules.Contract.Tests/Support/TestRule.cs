using IndicatorRules.Contract.Rules;

namespace IndicatorRules.Contract.Tests.Support;

/// <summary>A rule given as a function, where a scheme's would be generated code.</summary>
internal sealed class TestRule(Func<TestRule, Verdict> rule) : RuleContext<TestPlace, TestItems>
{
    internal Verdict RunBare() => Rule();

    internal Verdict Guarded(Func<Verdict> operand) => Operand(_ => operand());

    protected override Verdict Rule() => rule(this);
}
