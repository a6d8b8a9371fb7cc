using IndicatorRules.Contract;
using IndicatorRules.Contract.Rules;

namespace IndicatorRules.TestKit;

/// <summary>A rule given as a function, where a scheme's would be generated code.</summary>
internal sealed class TestRule(Func<TestRule, Verdict> rule) : RuleContext<TestPlace, TestItems>
{
    internal Verdict RunBare() => Rule();

    internal Verdict Guarded(Func<Verdict> operand) => Operand(_ => operand());

    protected override Verdict Rule() => rule(this);
}

/// <summary>A place that no scheme asks anything of.</summary>
internal sealed class TestPlace : PlaceContext
{
}

/// <summary>Up to two items, as generated code would name them.</summary>
internal sealed class TestItems : ItemSet
{
    internal Figure First => At(0);

    internal Figure Second => At(1);
}
