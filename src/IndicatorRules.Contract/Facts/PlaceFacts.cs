using System.Collections.Immutable;

namespace IndicatorRules.Contract.Facts;

/// <summary>All that is known of one place, by year and indicator (填报数据). Immutable; safe on any thread.</summary>
public sealed class PlaceFacts
{
    /// <summary>The facts of a place.</summary>
    /// <param name="place">The place.</param>
    /// <param name="years">One entry per year, in any order.</param>
    /// <exception cref="ArgumentException">No year at all, or two entries for one year.</exception>
    public PlaceFacts(Place place, IEnumerable<YearFacts> years)
    {
        Place = place;
        Years = Sorted([.. years]);
        if (Years.IsEmpty)
        {
            throw new ArgumentException("Facts need at least one year.", nameof(years));
        }

        for (var i = 1; i < Years.Length; i++)
        {
            if (Years[i].Year == Years[i - 1].Year)
            {
                throw new ArgumentException($"Two entries for the year {Years[i].Year}.", nameof(years));
            }
        }
    }

    /// <summary>The place.</summary>
    public Place Place { get; }

    /// <summary>The years, earliest first; at least one.</summary>
    public ImmutableArray<YearFacts> Years { get; }

    /// <summary>The latest year.</summary>
    public int LatestYear => Years[^1].Year;

    /// <summary>Words of the facts file about itself, such as that its figures are invented.</summary>
    public string Note { get; init; } = "";

    /// <summary>The scheme that the facts name, with an optional range: <c>jingle-county@[1.0.0,2.0.0)</c>; null when none.</summary>
    public string? Scheme { get; init; }

    /// <summary>SHA-256 of the bytes that the facts were read from, in hexadecimal; empty when they were built in code.</summary>
    public string Hash { get; init; } = "";

    /// <summary>One year; null when the facts do not have it.</summary>
    public YearFacts? Find(int year)
    {
        foreach (var candidate in Years)
        {
            if (candidate.Year == year)
            {
                return candidate;
            }
        }

        return null;
    }

    private static ImmutableArray<YearFacts> Sorted(ImmutableArray<YearFacts> years)
    {
        for (var i = 1; i < years.Length; i++)
        {
            if (years[i].Year < years[i - 1].Year)
            {
                return [.. years.OrderBy(y => y.Year)];
            }
        }

        return years;
    }
}
