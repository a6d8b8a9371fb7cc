using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Reasons;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Contract.Tests.Support;

namespace IndicatorRules.Contract.Tests;

/// <summary>A figure is looked up by the year that it is of, over all columns.</summary>
public sealed class OfYearTests
{
    private const int First = 2016;
    private const int Last = Situation.Now;

    // Every word that asks for a year, by years counted from the figure's own.
    private static readonly ImmutableArray<(string Name, Func<TestRule, Verdict> Rule)> Words =
    [
        ("AtLeast", r => r.AtLeast(1)),
        ("StableOrImproving", r => r.StableOrImproving()),
        ("Improving since", r => r.Improving(RuleContext.YearsBack(2))),
        ("NotReduced", r => r.NotReduced(1)),
        ("ChangeAtLeast", r => r.ChangeAtLeast(2, RuleContext.YearsBack(3))),
        ("ChangeAtMost", r => r.ChangeAtMost(2)),
        ("ImprovingEachYear", r => r.ImprovingEachYear(2)),
        ("StableOrImprovingEachYear", r => r.StableOrImprovingEachYear(3)),
        ("AverageOver", r => r.AverageOver(3).AtLeast(1)),
        ("SumOver", r => r.SumOver(2).AtMost(3)),
        ("SumAfter", r => r.SumAfter(RuleContext.YearsBack(3)).AtLeast(2)),
        ("ChangePercent", r => r.ChangePercent().AtLeast(0)),
        ("PercentOf", r => r.PercentOf(r.AverageOver(2)).AtLeast(100)),
        ("AverageOver.Improving", r => r.AverageOver(2).Improving()),
        ("ChangePercent.AverageOver", r => r.ChangePercent().AverageOver(2).AtLeast(5)),
        ("SumOver.ImprovingEachYear", r => r.SumOver(2).ImprovingEachYear(2)),
        ("ParentAverage", r => r.AtLeast(r.ParentAverage)),
        ("ParentAverage.Improving", r => r.ParentAverage.Improving()),
    ];

    private static readonly Gen<ImmutableDictionary<int, Fact>> Columns =
        from facts in Gen.CollectToList(Enumerable.Range(First, Last - First + 1), year =>
            from value in Gen.Frequency((8, Generators.Numeric), (1, Generators.Absences))
            from average in Generators.Numeric
            from reported in Gen.Elements(true, false).Maybe()
            select (year, new Fact { Value = value, ReportedMet = reported, ParentAverage = new ParentAverage(average) }))
        select facts.ToImmutableDictionary(f => f.year, f => f.Item2);

    [Fact]
    public void AllColumnsLagByOneYear_AnswersAsIfNothingLagged() => Prop.ForAll(Columns.ToArbitrary(), columns =>
    {
        var lagging = columns.ToImmutableDictionary(c => c.Key, c => c.Value with { OfYear = c.Key - 1 });
        AssertSame(columns, lagging);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void FigureMovedToAnotherColumn_AnswersTheSame() => Prop.ForAll(
        (from columns in Columns from year in Gen.Choose(First, Last) select (columns, year)).ToArbitrary(), c =>
        {
            var moved = c.columns[c.year];
            if (moved.Value.IsAbsent)
            {
                return;
            }

            var stays = Fact.Unknown with { ReportedMet = moved.ReportedMet };
            var there = moved with { OfYear = c.year, ReportedMet = !moved.ReportedMet };
            // A column that has nothing else takes it.
            AssertSame(c.columns, c.columns.SetItem(c.year, stays).SetItem(Last + 1, there));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void FigureTakenAway_DecidesNoLongerAndNothingElse() => Prop.ForAll(
        (from columns in Columns from year in Gen.Choose(First, Last) select (columns, year)).ToArbitrary(), c =>
        {
            foreach (var (name, rule) in Words)
            {
                var (before, after) = (Judge(c.columns, rule), Judge(c.columns.Remove(c.year), rule));
                Assert.True(
                    after.Proven == before.Proven || after.Proven == Status.Undetermined
                    // What an absence comes to is the scheme's word for the row, not for a figure of it.
                    || before.Proven == Status.NotApplicable,
                    $"{name}: {before} became {after} without {c.year} ({c.columns[c.year].Value})");
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void ColumnOfAnotherYear_FigureOfTheYearGivenLater_IsTheOneJudged()
    {
        var situation = new Situation()
            .With(2022, new Fact { Value = Reading.Number(1), OfYear = 2021 })
            .With(2023, new Fact { Value = Reading.Number(9), OfYear = 2022 });
        var verdict = situation.Judge(r => r.AtLeast(9) & r.Improving(), withReasons: true);
        Assert.Equal(Status.Met, verdict.Proven);
        Assert.Equal(2022, Assert.IsAssignableFrom<FigureReason>(verdict.Reason!.Parts[0]).Year);
    }

    [Fact]
    public void ColumnSaysNothingOfTheKind_FigureGivenElsewhere_DoesNotTakeItsPlace() => Assert.Equal(Status.NotApplicable, new Situation
    {
        Own = Situation.Figure("x") with { Absence = new AbsencePolicy(NothingOfTheKind: Status.NotApplicable) },
    }
        .With(2022, new Fact { Value = Reading.Absent(AbsenceKind.NothingOfTheKind, "无") })
        .With(2023, new Fact { Value = Reading.Number(9), OfYear = 2022 })
        .Judge(r => r.AtLeast(9)).Proven);

    [Theory]
    [InlineData(2022, 2022, Status.Met)]
    [InlineData(2021, 2021, Status.Met)]
    [InlineData(2022, 2015, Status.Undetermined)]
    [InlineData(2021, 2022, Status.Undetermined)]
    public void Items_OfTwoYears_AreNotComparedAndTheYearIsNamed(int ofA, int ofB, Status status)
    {
        var situation = new Situation
        {
            Items = [Situation.Figure("A") with { IsItem = true }, Situation.Figure("B") with { IsItem = true }],
        }.With(
            2022, new IndicatorFacts { Id = "x", Items = [Item("A", 60, ofA), Item("B", 100, ofB)] });
        Func<TestRule, Verdict>[] rules =
        [
            r => r.Items.First.PercentOf(r.Items.Second).AtLeast(50),
            r => r.Items.First.AtLeast(r.Items.Second, 0.5m),
        ];
        foreach (var rule in rules)
        {
            var verdict = situation.Judge(rule, withReasons: true);
            Assert.Equal(status, verdict.Proven);
            Assert.True(
                status == Status.Met || verdict.Reason is OtherFigureReason other && other.Year == ofA
                || verdict.Reason is FigureReason { Figure.Name.Zh: var name } && name.Contains($"缺 {ofA} 年", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Outlook_LaggingFigure_ComparesWithTheYearBeforeTheStage()
    {
        var lagging = new Situation { Year = 2025 }.With(2022, new Fact { Value = Reading.Number(1), OfYear = 2021 });
        var reason = Assert.IsType<CourseReason>(lagging.Judge(r => r.StableOrImproving(), withReasons: true).Reason);
        Assert.Equal((2024, 2021), (reason.ReferenceYear, reason.Year));
    }

    private static ItemFact Item(string id, decimal value, int ofYear) =>
        new(id, new Fact { Value = Reading.Number(value), OfYear = ofYear });

    private static void AssertSame(ImmutableDictionary<int, Fact> one, ImmutableDictionary<int, Fact> other)
    {
        foreach (var (name, rule) in Words)
        {
            var (here, there) = (Judge(one, rule), Judge(other, rule));
            Assert.True(here == there, $"{name}: {here} became {there}");
        }
    }

    private static Verdict Judge(ImmutableDictionary<int, Fact> columns, Func<TestRule, Verdict> rule) =>
        columns.Aggregate(new Situation(), (s, c) => s.With(c.Key, c.Value)).Judge(rule);
}
