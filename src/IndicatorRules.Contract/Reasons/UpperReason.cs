using System.Collections.Immutable;

namespace IndicatorRules.Contract.Reasons;

/// <summary>What an upper scheme found, as the rule that asks it finds it. Immutable.</summary>
internal sealed class UpperReason(string schemeId, Verdict verdict, Reason part, int line)
    : Reason(Clause.Upper, verdict, line, part.Size + 1)
{
    public override string Text => schemeId;

    public override decimal? Margin => Decisive?.Margin;

    public override string Unit => Decisive?.Unit ?? "";

    public override ImmutableArray<Reason> Parts => [part];

    internal override Reason? Decisive => part.Decisive;
}
