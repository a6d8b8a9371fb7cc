using System.Collections.Immutable;

namespace IndicatorRules.Testing;

/// <summary>The conclusion that a case expects; null for what it does not say. Immutable.</summary>
public sealed record ConclusionExpectation
{
    /// <summary>The grade's id; for an open conclusion give the two ends instead.</summary>
    public string? Grade { get; init; }

    /// <summary>The lowest grade that may come out, by id.</summary>
    public string? LeastGrade { get; init; }

    /// <summary>The highest grade that may come out, by id.</summary>
    public string? MostGrade { get; init; }

    /// <summary>The points, exactly.</summary>
    public decimal? Points { get; init; }

    /// <summary>The fewest points that may come out.</summary>
    public decimal? LeastPoints { get; init; }

    /// <summary>The most points that may come out.</summary>
    public decimal? MostPoints { get; init; }

    /// <summary>The indicators whose open verdicts decide, all of them, by their numbers.</summary>
    public ImmutableArray<string>? DecidedBy { get; init; }
}
