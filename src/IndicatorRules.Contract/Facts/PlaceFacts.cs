using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json.Serialization;
using IndicatorRules.Contract.Json;

namespace IndicatorRules.Contract.Facts;

/// <summary>All that is known of one place, by year and indicator (填报数据). Immutable; safe on any thread.</summary>
[JsonConverter(typeof(FactsNotForJson))]
[TypeConverter(typeof(NotForText))]
public sealed class PlaceFacts
{
    private bool? _hasOtherYears;
    private PlaceFacts? _measured;

    /// <summary>The facts of a place.</summary>
    /// <param name="place">The place.</param>
    /// <param name="years">One entry per year, in any order.</param>
    /// <exception cref="ArgumentException">No year at all, two entries for one year, or null.</exception>
    public PlaceFacts(Place place, IEnumerable<YearFacts> years)
    {
        Place = Given.NotNull(place);
        Years = Sorted(Given.Whole<YearFacts>([.. Given.NotNull(years)]));
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

    /// <summary>Begins to build the facts of a place in code.</summary>
    /// <param name="code">A code that identifies the place; any text.</param>
    /// <param name="name">The place's name.</param>
    /// <param name="scheme">The scheme to judge by, with an optional range; null to leave it to the caller of the host.</param>
    public static FactsBuilder For(string code, string name, string? scheme = null) => new(code, name, scheme);

    /// <summary>The place.</summary>
    public Place Place { get; }

    /// <summary>The years, earliest first; at least one.</summary>
    public ImmutableArray<YearFacts> Years { get; }

    /// <summary>The latest year.</summary>
    public int LatestYear => Years[^1].Year;

    /// <summary>Words of the facts file about itself, such as that its figures are invented.</summary>
    public string Note { get; init => field = Given.NotNull(value); } = "";

    /// <summary>The scheme that the facts name, with an optional range: <c>jingle-county@[1.0.0,2.0.0)</c>; null when none.</summary>
    public string? Scheme { get; init; }

    /// <summary>SHA-256 of the bytes that the facts were read from, in hexadecimal; empty when they were built in code.</summary>
    public string Hash { get; init => field = Given.NotNull(value); } = "";

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

    /// <summary>
    /// What is known of an indicator for a year: the figures of that year, in whichever column, and what its own column says besides.
    /// </summary>
    /// <param name="year">The year.</param>
    /// <param name="indicatorId">The indicator.</param>
    /// <param name="index">Where a column most likely has it.</param>
    internal IndicatorFacts? RowOf(int year, string indicatorId, int index = int.MaxValue) => RowOf(year, Find(year), indicatorId, index);

    /// <param name="year">The year.</param>
    /// <param name="column">Its own column; null where there is none.</param>
    /// <param name="indicatorId">The indicator.</param>
    /// <param name="index">Where a column most likely has it.</param>
    internal IndicatorFacts? RowOf(int year, YearFacts? column, string indicatorId, int index)
    {
        var row = column?.Find(indicatorId, index);
        return HasOtherYears ? Gathered(row, year, indicatorId) : row;
    }

    /// <summary>One figure of a year, and the column that gives it; the year's own column where none gives one of that year.</summary>
    /// <param name="year">The year.</param>
    /// <param name="fact">Finds it in a column.</param>
    internal (Fact Fact, int Column) FigureOf(int year, Func<YearFacts, Fact?> fact)
    {
        var own = Find(year) is { } column ? fact(column) ?? Fact.Unknown : Fact.Unknown;
        if (own.LacksFigureOf(year))
        {
            foreach (var other in Years)
            {
                if (other.Year != year && fact(other) is { } figure && figure.IsFigureOf(year))
                {
                    return (figure, other.Year);
                }
            }
        }

        return (own, year);
    }

    /// <summary>Whether a column gives a figure of another year than its own, which most facts do not.</summary>
    internal bool HasOtherYears => _hasOtherYears ??= Years.Any(HasFiguresOfOtherYears);

    /// <summary>The facts without what is an estimate, and so what figures show; these facts where nothing is.</summary>
    internal PlaceFacts Measured => _measured ??= Years.Any(HasEstimates)
        ? new PlaceFacts(Place, Years.Select(WithoutEstimates)) { Note = Note, Scheme = Scheme, Hash = Hash }
        : this;

    private static bool HasFiguresOfOtherYears(YearFacts year)
    {
        foreach (var indicator in year.Indicators)
        {
            if (IsOtherYears(indicator.Own, year) || (!indicator.Items.IsEmpty && indicator.Items.Any(i => IsOtherYears(i.Fact, year))))
            {
                return true;
            }
        }

        return year.Background.Any(b => IsOtherYears(b.Fact, year));
    }

    private static bool HasEstimates(YearFacts year)
    {
        foreach (var indicator in year.Indicators)
        {
            if (indicator.HasEstimates)
            {
                return true;
            }
        }

        return year.Background.Any(b => b.Fact.IsEstimated);
    }

    private static YearFacts WithoutEstimates(YearFacts year) => !HasEstimates(year) ? year
        : new(year.Year, year.Indicators.Select(i => i.WithoutEstimates()))
        {
            Background = [.. year.Background.Select(b => b with { Fact = b.Fact.WithoutEstimates() })],
        };

    private static bool IsOtherYears(Fact fact, YearFacts column) => fact.OfYear is { } year && year != column.Year;

    private IndicatorFacts? Gathered(IndicatorFacts? row, int year, string indicatorId)
    {
        foreach (var other in Years)
        {
            if (other.Year == year || other.Find(indicatorId) is not { } facts)
            {
                continue;
            }

            if (facts.Own.IsFigureOf(year) && (row is null || row.Own.LacksFigureOf(year)))
            {
                row ??= new IndicatorFacts { Id = indicatorId };
                row = row with { Own = row.Own.GivenElsewhere(facts.Own, year) };
            }

            foreach (var item in facts.Items)
            {
                if (item.Fact.IsFigureOf(year) && (row is null || row.Item(item.Id).LacksFigureOf(year)))
                {
                    row ??= new IndicatorFacts { Id = indicatorId };
                    var figure = item with { Fact = row.Item(item.Id).GivenElsewhere(item.Fact, year) };
                    row = row with { Items = [.. row.Items.Where(i => i.Id != item.Id), figure] };
                }
            }
        }

        return row;
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
