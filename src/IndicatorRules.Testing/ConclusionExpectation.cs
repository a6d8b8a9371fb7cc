using System.Collections.Immutable;

namespace IndicatorRules.Testing;

/// <summary>The conclusion that a case expects. Null properties are not compared. Immutable.</summary>
public sealed record ConclusionExpectation
{
    /// <summary>The grade's id. If open verdicts leave the grade open, give the lowest and highest instead.</summary>
    public string? Grade { get; init; }

    /// <summary>The id of the lowest possible grade.</summary>
    public string? LeastGrade { get; init; }

    /// <summary>The id of the highest possible grade.</summary>
    public string? MostGrade { get; init; }

    /// <summary>The exact points.</summary>
    public decimal? Points { get; init; }

    /// <summary>The lowest possible points.</summary>
    public decimal? LeastPoints { get; init; }

    /// <summary>The highest possible points.</summary>
    public decimal? MostPoints { get; init; }

    /// <summary>The numbers of all indicators whose open verdicts decide the conclusion.</summary>
    public ImmutableArray<string>? DecidedBy { get; init; }
}
