using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Rules;

namespace IndicatorRules.TestKit;

/// <summary>One indicator, what is known of it by year, and the binding a host would make of both.</summary>
internal sealed record Situation
{
    internal const int Now = 2022;

    internal FigureInfo Own { get; init; } = Figure("x");

    internal ImmutableArray<FigureInfo> Items { get; init; } = [];

    internal int? BaseYear { get; init; }

    internal ImmutableDictionary<int, IndicatorFacts> Years { get; init; } = ImmutableDictionary<int, IndicatorFacts>.Empty;

    /// <summary>Later than <see cref="Now"/> for an outlook.</summary>
    internal int Year { get; init; } = Now;

    internal static FigureInfo Figure(string id, Direction direction = Direction.Higher, string unit = "%") =>
        new() { Id = id, Name = id, Unit = unit, Direction = direction };

    internal static Situation Of(Reading now) => new Situation().With(Now, new Fact { Value = now });

    internal static Situation Of(decimal now) => Of(Reading.Number(now));

    internal Situation With(int year, Fact fact) => With(year, new IndicatorFacts { Id = Own.Id, Own = fact });

    internal Situation With(int year, IndicatorFacts facts) => this with { Years = Years.SetItem(year, facts) };

    internal Situation Before(Reading before, int year = Now - 1) => With(year, new Fact { Value = before });

    internal Situation Claiming(bool met) =>
        With(Now, Years[Now] with { Own = Years[Now].Own with { ReportedMet = met } });

    internal Situation Task(SuperiorTaskFacts task) => With(Now, Years[Now] with { SuperiorTask = task });

    internal TestRule Bind(Func<TestRule, Verdict> rule, bool withReasons = false, params (string SchemeId, RuleContext Rule)[] uppers) =>
        Bind(rule, withReasons, holdsUppers: false, uppers);

    internal TestRule Bind(
        Func<TestRule, Verdict> rule, bool withReasons, bool holdsUppers, params (string SchemeId, RuleContext Rule)[] uppers)
    {
        var bound = new TestRule(rule);
        bound.Attach(
            new IndicatorInfo(Own, Items, BaseYear), [.. uppers.Select(u => new BoundUpper(u.SchemeId, u.Rule))], holdsUppers: holdsUppers);
        bound.Open();
        var facts = new PlaceFacts(
            new Place { Code = "0", Name = "test" }, Years.Select(y => new YearFacts(y.Key, [y.Value])));
        bound.Bind(new RuleInput(facts, facts.RowOf(Now, Own.Id), Now, Year, withReasons));
        return bound;
    }

    internal Verdict Judge(Func<TestRule, Verdict> rule, bool withReasons = false) =>
        Bind(rule, withReasons).JudgeSafely(RuleContext.NearestRule);
}
