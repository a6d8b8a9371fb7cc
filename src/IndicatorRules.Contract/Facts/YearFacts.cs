using System.Collections.Immutable;

namespace IndicatorRules.Contract.Facts;

/// <summary>What is known of one year. Immutable.</summary>
public sealed class YearFacts
{
    private Dictionary<string, IndicatorFacts>? _byId;

    /// <summary>The facts of a year.</summary>
    /// <param name="year">The year.</param>
    /// <param name="indicators">One entry per indicator.</param>
    /// <exception cref="ArgumentException">Two entries name one indicator, or one is null.</exception>
    public YearFacts(int year, IEnumerable<IndicatorFacts> indicators)
    {
        Year = year;
        Indicators = Given.Whole<IndicatorFacts>([.. Given.NotNull(indicators)]);
        _byId = ById();
    }

    /// <param name="year">The year.</param>
    /// <param name="indicators">One entry per indicator: the caller has seen to it.</param>
    internal YearFacts(int year, ImmutableArray<IndicatorFacts> indicators) => (Year, Indicators) = (year, indicators);

    /// <summary>The year.</summary>
    public int Year { get; }

    /// <summary>The indicators, in the order handed in.</summary>
    public ImmutableArray<IndicatorFacts> Indicators { get; }

    /// <summary>Figures beside the table, in the order handed in.</summary>
    public ImmutableArray<BackgroundFact> Background { get; init => field = Given.Whole(value); } = [];

    /// <summary>Points that were added or taken away by judgement, in the order handed in.</summary>
    public ImmutableArray<Adjustment> Adjustments { get; init => field = Given.Whole(value); } = [];

    /// <summary>What is known of one indicator; null when the year does not name it.</summary>
    public IndicatorFacts? Find(string indicatorId) => (_byId ??= ById()).GetValueOrDefault(indicatorId) ?? OfItem(indicatorId);

    /// <summary>What is known of one indicator; the index in the scheme's order is tried first.</summary>
    internal IndicatorFacts? Find(string indicatorId, int index) =>
        index < Indicators.Length && Indicators[index].Id == indicatorId ? Indicators[index] : Find(indicatorId);

    private IndicatorFacts? OfItem(string id) =>
        ItemRow.Split(id) is var (row, item) && _byId!.GetValueOrDefault(row) is { } facts ? facts.OfItem(item) : null;

    private Dictionary<string, IndicatorFacts> ById() => Indicators.ToDictionary(i => i.Id, StringComparer.Ordinal);
}
