using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Judging;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Batching;

/// <summary>The verdict on one indicator in one year of a place. Immutable.</summary>
/// <param name="Verdict">What the rule said; Undetermined where <paramref name="Fault"/> is set.</param>
/// <param name="Fault">The id of the diagnostic for which the row was not judged; null where it was.</param>
public readonly record struct RowVerdict(Verdict Verdict, string? Fault = null)
{
    /// <summary>The reasons of a verdict that another process gave; null where the verdict holds them itself.</summary>
    internal Said? Said { get; init; }

    /// <summary>The verdict with its reasons and margin, where they were asked for.</summary>
    /// <param name="indicator">The indicator that it is on.</param>
    /// <param name="scheme">The scheme judged by.</param>
    /// <param name="evidence">Which evidence counted.</param>
    public IndicatorVerdict Explained(Indicator indicator, Scheme scheme, Evidence evidence) =>
        new() { Indicator = indicator, Scheme = scheme, Verdict = Verdict, Said = Said, Evidence = evidence };
}
