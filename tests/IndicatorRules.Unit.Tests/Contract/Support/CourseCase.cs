using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Rules;

namespace IndicatorRules.Contract.Tests.Support;

/// <summary>A random question about a figure's course, with everything that could bear on the answer.</summary>
public sealed record CourseCase
{
    public required Word Word { get; init; }

    public required Direction Direction { get; init; }

    public decimal Amount { get; init; }

    /// <summary>0 for the base year, else so many years back.</summary>
    public int Back { get; init; } = 1;

    public int? BaseYear { get; init; }

    public required Fact Now { get; init; }

    public required ImmutableDictionary<int, Fact> Earlier { get; init; }

    internal Since Since => Back == 0 ? Since.BaseYear : Back == 1 ? default : Since.YearsBack(Back);

    internal static Gen<CourseCase> Any { get; } =
        from word in Gen.Choose(0, 4)
        from direction in Gen.Choose(0, 2)
        from amount in Gen.Frequency((2, Gen.Constant(0m)), (1, Generators.Halves))
        from back in Gen.Choose(0, 3)
        from baseYear in Gen.Choose(2018, 2021).Maybe()
        from now in Facts(2022)
        from earlier in Columns(2017, 2021)
        from missing in Gen.Choose(2017, 2021)
        select new CourseCase
        {
            Word = (Word)word,
            Direction = (Direction)direction,
            // A tolerance is no debt: the words that take one mean it as zero or more.
            Amount = (Word)word is Word.ChangeAtLeast or Word.ChangeAtMost ? amount
                : (Word)word == Word.Improving ? 0 : Math.Abs(amount),
            Back = back,
            BaseYear = baseYear,
            Now = now,
            Earlier = Agreeing(now, earlier.Remove(missing)),
        };

    // Two columns that give one year's figure give the same one; facts where they do not are refused before any rule runs.
    private static ImmutableDictionary<int, Fact> Agreeing(Fact now, ImmutableDictionary<int, Fact> earlier)
    {
        var seen = new HashSet<int> { now.OfYear ?? Situation.Now };
        return earlier.OrderByDescending(e => e.Key).Where(e => e.Value.Value.IsAbsent || seen.Add(e.Value.OfYear ?? e.Key))
            .ToImmutableDictionary();
    }

    internal Verdict Judge()
    {
        var situation = new Situation { Own = Situation.Figure("x", Direction), BaseYear = BaseYear }.With(Situation.Now, Now);
        situation = Earlier.Aggregate(situation, (s, e) => s.With(e.Key, e.Value));
        return situation.Judge(r => Word switch
        {
            Word.Stable => r.StableOrImproving(Amount, Since),
            Word.Improving => r.Improving(Since),
            Word.NotReduced => r.NotReduced(Amount, Since),
            Word.ChangeAtLeast => r.ChangeAtLeast(Amount, Since),
            _ => r.ChangeAtMost(Amount, Since),
        });
    }

    private static Gen<ImmutableDictionary<int, Fact>> Columns(int first, int last) =>
        Enumerable.Range(first, last - first + 1).Aggregate(
            Gen.Constant(ImmutableDictionary<int, Fact>.Empty),
            (columns, year) => from all in columns from fact in Facts(year) select all.Add(year, fact));

    private static Gen<Fact> Facts(int year) =>
        from value in Gen.Frequency((5, Generators.Numeric), (1, Generators.Absences), (1, Gen.Constant(Reading.Words("大有改善"))))
        from ofYear in Gen.Frequency((4, Gen.Constant<int?>(null)), (1, Gen.Choose(year - 1, year).Select(y => (int?)y)))
        from reported in Gen.Elements(true, false).Maybe()
        from trend in Gen.Elements(Trend.Stable, Trend.Improving, Trend.Worsening).Maybe()
        from percent in Generators.Halves.Maybe()
        from since in Gen.Choose(year - 2, year - 1)
        select new Fact
        {
            Value = value,
            OfYear = ofYear,
            ReportedMet = reported,
            ClaimedTrend = trend,
            Change = percent is { } p ? new RecordedChange(p, since) : null,
        };
}
