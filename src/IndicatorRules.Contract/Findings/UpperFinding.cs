using System.Collections.Immutable;

namespace IndicatorRules.Contract.Findings;

/// <summary>What an upper scheme found, as the rule that asks it finds it. Immutable.</summary>
internal sealed class UpperFinding(string schemeId, Verdict verdict, Finding part, int line)
    : Finding(Clause.Upper, verdict, line, part.Size + 1)
{
    public override string Text => schemeId;

    public override decimal? Margin => Decisive?.Margin;

    public override string Unit => Decisive?.Unit ?? "";

    public override ImmutableArray<Finding> Parts => [part];

    internal override Finding? Decisive => part.Decisive;
}
