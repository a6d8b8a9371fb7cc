using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Conclusions;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Schemes.Model;

/// <summary>How a scheme draws its conclusion (总评): grades, points and a script over all verdicts. Immutable.</summary>
public sealed class ConclusionPlan
{
    /// <summary>The grades, lowest first; empty if there are none.</summary>
    public ImmutableArray<Grade> Grades { get; init; } = [];

    /// <summary>The points for each met indicator, by its id. Indicators without an entry earn none.</summary>
    public ImmutableSortedDictionary<string, decimal> Points { get; init; } =
        ImmutableSortedDictionary.Create<string, decimal>(StringComparer.Ordinal);

    /// <summary>How indicators earn their points by size, by their ids; those without an entry earn all or nothing.</summary>
    internal ImmutableSortedDictionary<string, PointScale> Scales { get; init; } =
        ImmutableSortedDictionary.Create<string, PointScale>(StringComparer.Ordinal);

    /// <summary>The points that facts may add or take away by judgement; empty if there are none.</summary>
    public ImmutableArray<PointAdjustment> Adjustments { get; init; } = [];

    /// <summary>
    /// Whether an indicator that does not apply earns its points; by default its points are left out of the possible total.
    /// </summary>
    public bool ExemptEarns { get; init; }

    /// <summary>The location of the points, or of the conclusion if it has none.</summary>
    public required Location Location { get; init; }

    /// <summary>The script.</summary>
    public required RuleText Script { get; init; }

    /// <summary>Whether the scheme gives points at all.</summary>
    internal bool GivesPoints => !Points.IsEmpty || !Adjustments.IsEmpty;

    /// <summary>The points for an indicator if it is met.</summary>
    public decimal PointsOf(string indicatorId) => Points.GetValueOrDefault(indicatorId);

    /// <summary>The status that an indicator which does not apply has for points.</summary>
    internal Status Exempt => ExemptEarns ? Status.Met : Status.NotApplicable;
}

/// <summary>A grade of a conclusion (等级). Immutable.</summary>
/// <param name="Id">The id in scripts: <c>Excellent</c>.</param>
/// <param name="Name">The name.</param>
public sealed record Grade(string Id, LocalizedText Name);

/// <summary>Points that facts may add or take away by judgement (加减分). Immutable.</summary>
/// <param name="Id">The id in facts: <c>Innovation</c>.</param>
/// <param name="Name">The name.</param>
/// <param name="AtLeast">The least that all entries may add together; below 0 where points are taken away.</param>
/// <param name="AtMost">The most that they may add together.</param>
public sealed record PointAdjustment(string Id, LocalizedText Name, decimal AtLeast, decimal AtMost)
{
    /// <inheritdoc/>
    public override string ToString() => Id;

    /// <summary>The sum of several; null where a decimal cannot hold it.</summary>
    internal static decimal? Sum(IEnumerable<Adjustment> given)
    {
        try
        {
            return given.Sum(a => a.Points);
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
