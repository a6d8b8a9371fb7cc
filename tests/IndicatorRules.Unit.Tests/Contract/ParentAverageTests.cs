using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Contract.Tests;

/// <summary>A figure against another: the parent place's average.</summary>
public sealed class ParentAverageTests
{
    [Theory]
    [InlineData(50, 50, 1, Status.Met, Status.NotMet)]
    [InlineData(50.01, 50, 1, Status.Met, Status.Met)]
    [InlineData(49.99, 50, 1, Status.NotMet, Status.NotMet)]
    [InlineData(60, 50, 1.2, Status.Met, Status.NotMet)]
    public void AtLeast_Average_IsExact(double now, double average, double times, Status atLeast, Status moreThan)
    {
        var situation = With(Reading.Number((decimal)now), Reading.Number((decimal)average));
        Assert.Equal(atLeast, situation.Judge(r => r.AtLeast(r.ParentAverage, (decimal)times)).Proven);
        Assert.Equal(moreThan, situation.Judge(r => r.MoreThan(r.ParentAverage, (decimal)times)).Proven);
    }

    [Fact]
    public void AtLeast_AverageMissing_IsUndeterminedAndAClaimFillsIt()
    {
        Assert.Equal(Status.Undetermined, Situation.Of(50).Judge(r => r.AtLeast(r.ParentAverage)).Proven);
        Assert.Equal((Status.Undetermined, Status.Met), Both(Situation.Of(50).Claiming(true).Judge(r => r.AtLeast(r.ParentAverage))));
    }

    [Theory]
    [InlineData(40, 60, 30, 39, Status.Met)]
    [InlineData(40, 60, 61, 70, Status.NotMet)]
    [InlineData(40, 60, 50, 55, Status.Undetermined)]
    public void AtLeast_Ranges_HoldAgainstEveryValue(int low, int high, int least, int most, Status status) =>
        Assert.Equal(status, With(Reading.Range(low, high), Reading.Range(least, most)).Judge(r => r.AtLeast(r.ParentAverage)).Proven);

    [Fact]
    public void AtMost_Average_HasAMarginAndNamesThePlace()
    {
        var reason = Assert.IsType<OtherFigureReason>(
            With(Reading.Number(45), Reading.Number(50)).Judge(r => r.AtMost(r.ParentAverage, 0.8m), withReasons: true).Reason);
        Assert.Equal((-5m, 40m, "示例市平均"), (reason.Margin, reason.Bound, reason.Other.Name.Zh));
    }

    [Fact]
    public void AtLeast_NoTimes_FailsTheRuleAlone() =>
        Assert.Equal(Status.Undetermined, With(Reading.Number(1), Reading.Number(1)).Judge(r => r.AtLeast(r.ParentAverage, 0)).Proven);

    private static (Status, Status) Both(Verdict verdict) => (verdict.Proven, verdict.Claimed);

    private static Situation With(Reading now, Reading average) =>
        new Situation().With(Situation.Now, new Fact { Value = now, ParentAverage = new ParentAverage(average, "示例市") });
}
