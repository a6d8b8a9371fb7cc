using System.Collections.Immutable;
using IndicatorRules.Contract;

namespace IndicatorRules.Batching;

/// <summary>All verdicts on one place and year. Immutable.</summary>
/// <param name="Year">The year judged.</param>
/// <param name="Indicators">One entry per indicator, in the scheme's order.</param>
public sealed record YearVerdicts(int Year, ImmutableArray<RowVerdict> Indicators)
{
    /// <summary>
    /// The dated targets that are due in the year, in the order of the indicators and of each one's stages; empty where none is.
    /// </summary>
    public ImmutableArray<DueVerdict> Due { get; init; } = [];
}

/// <summary>The verdict on a dated target that is due. Immutable.</summary>
/// <param name="Indicator">The index of its indicator in the scheme.</param>
/// <param name="Stage">The index of the target among the indicator's stages.</param>
/// <param name="Verdict">What the target's rule said of its own year's facts; Undetermined where the row was not judged.</param>
public readonly record struct DueVerdict(int Indicator, int Stage, Verdict Verdict);
