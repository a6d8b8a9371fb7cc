using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Assessing;

/// <summary>The verdict on one indicator, with its reasons when they were asked for. Immutable.</summary>
public sealed record IndicatorVerdict
{
    /// <summary>The indicator.</summary>
    public required Indicator Indicator { get; init; }

    /// <summary>What the rule said.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Which evidence counted.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>The facts judged; null when the year does not name the indicator.</summary>
    public IndicatorFacts? Facts { get; init; }

    /// <summary>The verdicts on its dated targets.</summary>
    public ImmutableArray<StageVerdict> Stages { get; init; } = [];

    /// <summary>The dated targets that are due in the year judged.</summary>
    public IEnumerable<StageVerdict> DueStages => Stages.Where(s => s.HasCome);

    /// <summary>The status under the evidence that counted.</summary>
    public Status Status => Verdict.StatusUnder(Evidence);

    /// <summary>What the status rests on; null where nothing was decided.</summary>
    public Basis? Basis => Verdict.BasisUnder(Evidence);

    /// <summary>Signed distance to the threshold in the indicator's unit, positive to spare; null where there is none.</summary>
    public decimal? Margin => MarginIn(Verdict, Indicator);

    /// <summary>Why, one sentence per clause; empty when reasons were not asked for.</summary>
    public IEnumerable<string> Reasons(Language language) =>
        Verdict.Finding is { } finding ? new ReasonWriter(language, Evidence).Write(finding) : [];

    internal static decimal? MarginIn(Verdict verdict, Indicator indicator) =>
        verdict.Finding is { Margin: { } margin, Unit: var unit } && unit == (indicator.MeasuredIn ?? indicator.Unit)
            && verdict.Claimed != Status.NotApplicable
            ? margin
            : null;
}
