using System.Collections.Immutable;
using IndicatorRules.Contract;

namespace IndicatorRules.Batching;

/// <summary>All verdicts on one place and year. Immutable.</summary>
public sealed class YearVerdicts
{
    internal YearVerdicts(int year, ImmutableArray<RowVerdict> indicators) => (Year, Indicators) = (year, indicators);

    /// <summary>The year judged.</summary>
    public int Year { get; }

    /// <summary>One entry per indicator, in the scheme's order.</summary>
    public ImmutableArray<RowVerdict> Indicators { get; }

    /// <summary>
    /// The dated targets that are due in the year, in the order of the indicators and of each one's stages; empty where none is.
    /// </summary>
    public ImmutableArray<DueVerdict> Due { get; init; } = [];
}

/// <summary>The verdict on a dated target that is due. Immutable.</summary>
/// <param name="Indicator">The index of its indicator in the scheme.</param>
/// <param name="Stage">The index of the target among the indicator's stages.</param>
/// <param name="Verdict">The verdict of the target's rule on its own year's facts; Undetermined where the row was not judged.</param>
public readonly record struct DueVerdict(int Indicator, int Stage, Verdict Verdict);
