using System.Collections.Immutable;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Facts;

/// <summary>What is known of one indicator or item in one year (填报数据). Immutable.</summary>
public sealed record Fact
{
    /// <summary>A fact of which nothing is known.</summary>
    public static Fact Unknown { get; } = new() { Value = Reading.Absent(AbsenceKind.NotReported) };

    /// <summary>The reading, in the unit of the indicator or item.</summary>
    public required Reading Value { get; init; }

    /// <summary>The unit that the facts state; null when they leave it to the scheme.</summary>
    public string? Unit { get; init; }

    /// <summary>The year the figure is of, where that is not the column's.</summary>
    public int? OfYear { get; init; }

    /// <summary>The "met" column of the table handed in; null when it was left empty.</summary>
    public bool? ReportedMet { get; init; }

    /// <summary>A claimed course; null when none is claimed.</summary>
    public Trend? ClaimedTrend { get; init; }

    /// <summary>A printed change in place of an earlier figure; null when there is none.</summary>
    public RecordedChange? Change { get; init; }

    /// <summary>The parent place's average of the same figure; null when it is not given.</summary>
    public ParentAverage? ParentAverage { get; init; }

    /// <summary>Whether the figure is a level or a change, where the facts say so.</summary>
    public Measure Measure { get; init; }

    /// <summary>Figures of another kind that stand beside this one.</summary>
    public ImmutableArray<RelatedFigure> Related { get; init; } = [];

    /// <summary>Where it comes from; null when the facts do not say.</summary>
    public Source? Source { get; init; }
}
