using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Schemes.Model;

/// <summary>How a scheme concludes the whole (总评): grades, points and a script over the verdicts. Immutable.</summary>
public sealed record ConclusionPlan
{
    /// <summary>The grades, lowest first; empty where the scheme has none.</summary>
    public ImmutableArray<Grade> Grades { get; init; } = [];

    /// <summary>What each indicator earns when met, by its id; those left out earn nothing.</summary>
    public ImmutableSortedDictionary<string, decimal> Points { get; init; } =
        ImmutableSortedDictionary.Create<string, decimal>(StringComparer.Ordinal);

    /// <summary>Whether an indicator that does not apply earns its points; by default it is left out of what could be earned.</summary>
    public bool ExemptEarns { get; init; }

    /// <summary>Where its points stand, or itself where it gives none.</summary>
    public required Location Location { get; init; }

    /// <summary>The script.</summary>
    public required RuleText Script { get; init; }

    /// <summary>What an indicator earns when met.</summary>
    public decimal PointsOf(string indicatorId) => Points.GetValueOrDefault(indicatorId);

    /// <summary>What a row that does not apply counts as for points.</summary>
    internal Status Exempt => ExemptEarns ? Status.Met : Status.NotApplicable;
}
