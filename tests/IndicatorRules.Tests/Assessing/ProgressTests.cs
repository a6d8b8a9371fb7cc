using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Judging;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Assessing;

/// <summary>How far a row has come on the way to a dated target.</summary>
public sealed class ProgressTests
{
    private static readonly Indicator Sewage = Hosts.Shared.Catalog.Resolve("national-revised").OrThrow()
        .Indicators.First(i => i.Id == "rural-sewage");

    [Theory]
    [InlineData(10, 11.2, 14, false, 30, 30, Status.Met)]
    [InlineData(10, 11.19, 14, false, 29.75, 30, Status.NotMet)]
    [InlineData(10, 9, 14, false, -25, 30, Status.NotMet)]
    [InlineData(10, 15, 14, false, 125, 30, Status.Met)]
    [InlineData(20, 17, 10, true, 30, 30, Status.Met)]
    [InlineData(20, 17.1, 10, true, 29, 30, Status.NotMet)]
    public void Of_ThreeOfTenYears_IsComparedWithTheTime(
        double from, double now, double to, bool isUpper, double done, double time, Status status)
    {
        var progress = Of(Facts((2020, (decimal)from), (2023, (decimal)now)), new DatedTarget(2030, (decimal)to, isUpper, null))!;
        Assert.Equal(((decimal?)(decimal)done, (decimal)time, status), (progress.DonePercent, progress.TimePercent, progress.Status));
    }

    [Fact]
    public void Of_AThirdOfTheTime_IsNotRoundedBeforeItIsCompared()
    {
        var target = new DatedTarget(2029, 13, false, null);
        Assert.Equal(Status.Met, Of(Facts((2020, 10), (2023, 11)), target)!.Status);
        Assert.Equal(Status.NotMet, Of(Facts((2020, 10), (2023, 10.9999999999999999999999999m)), target)!.Status);
    }

    [Fact]
    public void Of_NoBaseFigure_InventsNothing()
    {
        var progress = Of(Facts((2023, 11)), new DatedTarget(2030, 14, false, null))!;
        Assert.Equal((Status.Undetermined, null, null, 30m), (progress.Status, progress.Base, progress.DonePercent, progress.TimePercent));
        Assert.Equal("到 2030 年目标 14%：没有 2020 年的数，算不出进度", progress.Sentence(Language.Zh));
        Assert.Equal("towards 14% by 2030: no figure of 2020, so that no progress can be told", progress.Sentence(Language.En));
    }

    [Fact]
    public void Of_BaseReachedTheTarget_HasNoWayLeftToMeasure()
    {
        var target = new DatedTarget(2030, 14, false, null);
        var kept = Of(Facts((2020, 15), (2023, 14)), target)!;
        Assert.Equal((Status.Met, (decimal?)null), (kept.Status, kept.DonePercent));
        Assert.Equal(Status.NotMet, Of(Facts((2020, 15), (2023, 13.9m)), target)!.Status);
        Assert.Equal("到 2030 年目标 14%：2020 年 15%，2023 年 14%，2020 年已达到目标，序时进度 30%，按期", kept.Sentence(Language.Zh));
    }

    [Fact]
    public void Of_SeveralTargets_TakesTheNext()
    {
        var facts = Facts((2020, 10), (2023, 11));
        DatedTarget[] all = [new(2022, 11, false, null), new(2025, 12, false, null), new(2030, 14, false, null)];
        Assert.Equal(2025, Of(facts, all)!.By);
        Assert.Equal(Status.NotMet, Of(facts, all[1] with { Steps = [new(2022, 11.9m), new(2025, 12)] })!.Status);
        var past = Of(facts, new DatedTarget(2022, 11.5m, false, null))!;
        Assert.Equal((100m, Status.NotMet), (past.TimePercent, past.Status));
    }

    [Fact]
    public void Of_AFigureWorkedOut_TakesItsOwnNumbersAndUnit()
    {
        var figure = new WorkedOut(2023, "万人", Interval.Point(0), Interval.Point(12), IsProven: true);
        var target = new DatedTarget(2030, 50, false, null) { Figure = figure };
        var facts = Facts((2020, 99), (2023, 1));
        Assert.Equal(
            "到 2030 年目标 50 万人：2020 年 0 万人，2023 年 12 万人，完成进度 24%，序时进度 30%，落后", Of(facts, target)!.Sentence(Language.Zh));
        Assert.Equal(12, Progress.Of([target], Sewage, 2020, facts, 2023, Evidence.Measured)!.Value);
        Assert.Null(
            Progress.Of([target with { Figure = figure with { IsProven = false } }], Sewage, 2020, facts, 2023, Evidence.Measured)!.Value);
    }

    [Fact]
    public void Of_NoWayYet_IsNull()
    {
        var facts = Facts((2020, 10), (2023, 11));
        Assert.Null(Of(facts));
        Assert.Null(Of(facts, new DatedTarget(2030, 14, false, 2023)));
        Assert.Null(Progress.Of([new DatedTarget(2030, 14, false, null)], Sewage, null, facts, 2023, Evidence.Declared));
    }

    private static Progress? Of(PlaceFacts facts, params DatedTarget[] targets) =>
        Progress.Of([.. targets], Sewage, 2020, facts, 2023, Evidence.Declared);

    private static PlaceFacts Facts(params (int Year, decimal Value)[] years) => new(
        new Place { Code = "0", Name = "示例县" },
        years.Select(y => new YearFacts(
            y.Year, [new IndicatorFacts { Id = Sewage.Id, Own = new Fact { Value = Reading.Number(y.Value) } }])));
}
