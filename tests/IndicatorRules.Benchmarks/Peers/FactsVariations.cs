using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Schemes.Model;
using Readings = IndicatorRules.Contract.Readings.Reading;

namespace IndicatorRules.Benchmarks.Peers;

/// <summary>
/// Random places in the shape of Jingle's: every form of reading, claim, course and task, so that every branch of every rule is taken.
/// </summary>
/// <param name="scheme">The county's scheme.</param>
/// <param name="seed">Makes a run repeatable.</param>
internal sealed class FactsVariations(Scheme scheme, int seed)
{
    private static readonly decimal[] Telling =
    [
        0, 4.49m, 4.5m, 18, 19.99m, 20, 39.312m, 42.99m, 43, 44.99m, 45, 46.72m, 49.99m, 50, 52.99m, 53, 54.99m, 55,
        59.99m, 60, 60.01m, 74.99m, 75, 79.99m, 80, 85, 89.99m, 90, 94.99m, 95, 99.99m, 100, 100.01m,
    ];

    private readonly Random _random = new(seed);

    internal PlaceFacts Next(int year)
    {
        var mountain = _random.Next(0, 1001);
        var hill = _random.Next(0, 1001 - mountain);
        var place = new Place
        {
            Code = "random",
            Name = "随机县",
            Attributes =
            [
                new AttributeValue { Id = "Climate", Choice = Rarely(4) ? Of("湿润地区", "半干旱地区", "干旱地区") : "半湿润地区" },
                new AttributeValue
                {
                    Id = "Terrain",
                    Shares = [new("Mountain", mountain / 10m), new("Hill", hill / 10m), new("Plain", (1000 - mountain - hill) / 10m)],
                },
            ],
        };
        var before = Rarely(5) ? [] : (YearFacts[])[Year(year - 1)];
        return new PlaceFacts(place, [.. before, Year(year)]) { Scheme = scheme.Id };
    }

    private YearFacts Year(int year) => new(year, scheme.Indicators.Where(_ => !Rarely(20)).Select(i => Row(i, year)));

    private IndicatorFacts Row(Indicator indicator, int year) => new()
    {
        Id = indicator.Id,
        Own = Fact(indicator.States, year),
        Items = [.. indicator.Items.Where(_ => !Rarely(7)).Select(i => new ItemFact(i.Id, Fact(i.States, year)))],
        SuperiorTask = Task(),
    };

    private Fact Fact(IReadOnlyList<StateInfo> states, int year) => new()
    {
        Value = states.Count == 0 ? Reading() : Rarely(4) ? Absence() : Readings.Words(Of([.. states.SelectMany(s => s.Answers)])),
        OfYear = Rarely(20) ? year - 1 : null,
        ReportedMet = _random.Next(5) switch { < 2 => null, < 4 => true, _ => false },
        ClaimedTrend = Rarely(4) ? Of(Trend.Stable, Trend.Improving, Trend.Worsening) : null,
        Change = Rarely(6) ? new RecordedChange(Of(-26.15m, -0.01m, 0, 3.5m), year - _random.Next(1, 3)) : null,
    };

    private Reading Reading() => _random.Next(20) switch
    {
        < 10 => Readings.Number(Number()),
        < 13 => Ordered(Number(), Number()),
        13 => Readings.AtLeast(Number()),
        14 => Readings.MoreThan(Number()),
        15 => Readings.AtMost(Number()),
        16 => Readings.LessThan(Number()),
        17 => Readings.Quota(_random.Next(0, 31), _random.Next(1, 31)),
        _ => Absence(),
    };

    private Reading Absence() => Rarely(8)
        ? Readings.Words("很高")
        : Readings.Absent(Of(AbsenceKind.NotReported, AbsenceKind.NothingOfTheKind, AbsenceKind.NotAssessed, AbsenceKind.NotMeasurable));

    private static Reading Ordered(decimal one, decimal other) => Readings.Range(Math.Min(one, other), Math.Max(one, other));

    private SuperiorTaskFacts Task()
    {
        var state = Of(Enum.GetValues<SuperiorTaskState>());
        return new SuperiorTaskFacts
        {
            State = state,
            Figures = state == SuperiorTaskState.Figures
                ? [.. Enumerable.Range(0, _random.Next(1, 4))
                    .Select(_ => new SuperiorTaskFigure("任务", "吨", Number(), Rarely(2), Reading()))]
                : [],
        };
    }

    private decimal Number() => Rarely(4) ? _random.Next(0, 12_001) / 100m : Of(Telling);

    private bool Rarely(int oneIn) => _random.Next(oneIn) == 0;

    private T Of<T>(params T[] choices) => choices[_random.Next(choices.Length)];
}
