using FsCheck.Xunit;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Reasons;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Contract.Tests.Support;

namespace IndicatorRules.Contract.Tests;

[Properties(Arbitrary = [typeof(Generators)], MaxTest = 1000)]
public class MarginTests
{
    // The threshold by terrain as an author writes it: shares are parts of 1.
    private static readonly decimal ByTerrain = (60 * 0.49m) + (40 * 0.37m) + (18 * 0.14m);

    [Fact]
    public void AtLeast_ByTerrain_IsExact()
    {
        var judged = Situation.Of(46.72m).Judge(r => r.AtLeast(ByTerrain), withReasons: true);
        Assert.Equal(new Verdict(Status.Met), judged);
        Assert.Equal(0, judged.Reason!.Margin);
        Assert.Equal(Status.NotMet, Situation.Of(46.71m).Judge(r => r.AtLeast(ByTerrain)).Proven);
        Assert.Equal(Status.NotMet, Situation.Of(46.72m).Judge(r => r.MoreThan(ByTerrain)).Proven);
    }

    [Property]
    public bool Margin_OfANumber_IsTheDistanceToSpare(decimal value, decimal threshold)
    {
        var situation = Situation.Of(value);
        return Margin(situation, r => r.AtLeast(threshold)) == value - threshold
            && Margin(situation, r => r.MoreThan(threshold)) == value - threshold
            && Margin(situation, r => r.AtMost(threshold)) == threshold - value
            && Margin(situation, r => r.LessThan(threshold)) == threshold - value;
    }

    [Fact]
    public void Margin_MoreThanADecimalHolds_IsNullAndTheStatusStands()
    {
        var situation = Situation.Of(decimal.MaxValue);
        Assert.Equal(Status.Met, situation.Judge(r => r.AtLeast(decimal.MinValue), withReasons: true).Proven);
        Assert.Null(Margin(situation, r => r.AtLeast(decimal.MinValue)));
        Assert.Null(Margin(situation, r => r.Between(decimal.MinValue, decimal.MaxValue)));
    }

    [Property]
    public bool Margin_OfAMetReading_IsNeverNegative(Reading reading, decimal threshold)
    {
        var judged = Situation.Of(reading).Judge(r => r.AtLeast(threshold), withReasons: true);
        return judged.Proven != Status.Met || judged.Reason!.Margin >= 0;
    }

    [Property]
    public bool Margin_OfAnd_IsTheTightest(decimal value, decimal one, decimal other) =>
        Margin(Situation.Of(value), r => r.AtLeast(one) & r.AtMost(other)) == Math.Min(value - one, other - value);

    [Property]
    public bool Margin_OfOr_IsTheWidest(decimal value, decimal one, decimal other) =>
        Margin(Situation.Of(value), r => r.AtLeast(one) | r.AtMost(other)) == Math.Max(value - one, other - value);

    [Property]
    public bool Margin_OfACourse_IsTheChangeToSpare(decimal now, decimal before, decimal tolerance)
    {
        tolerance = Math.Abs(tolerance);
        var higher = Situation.Of(now).Before(Reading.Number(before));
        var lower = higher with { Own = Situation.Figure("x", Direction.Lower) };
        return Margin(higher, r => r.StableOrImproving(tolerance)) == now - before + tolerance
            && Margin(lower, r => r.StableOrImproving(tolerance)) == before - now + tolerance
            && Margin(lower, r => r.NotReduced(tolerance)) == now - before + tolerance
            && Margin(higher, r => r.ChangeAtMost(tolerance)) == tolerance - (now - before);
    }

    [Fact]
    public void Margin_OfAQuota_IsInPercentForFiguresAndInThingsForTheTask()
    {
        var situation = Situation.Of(Reading.Quota(1500, 2000));
        Assert.Equal(-5, Margin(situation, r => r.AtLeast(80)));
        Assert.Equal(-500, Margin(situation, r => r.SuperiorTask.Completed()));
        Assert.Equal(Status.Undetermined, (situation with { Own = Situation.Figure("x", unit: "个") }).Judge(r => r.AtLeast(80)).Proven);
    }

    [Fact]
    public void Margin_OfAPrintedChange_IsNotInTheUnit()
    {
        var situation = Situation.Of(5).With(Situation.Now, new Facts.Fact
        {
            Value = Reading.Number(5),
            Change = new Facts.RecordedChange(-26.15m, 2021),
        });
        var judged = (situation with { Own = Situation.Figure("x", Direction.Lower) }).Judge(r => r.StableOrImproving(), withReasons: true);
        Assert.Equal(Status.Met, judged.Proven);
        Assert.Equal(-26.15m, Assert.IsType<CourseReason>(judged.Reason).PrintedChange);
        Assert.Null(judged.Reason.Margin);
    }

    [Fact]
    public void Margin_OfPartsInTwoUnits_IsNull()
    {
        var situation = Situation.Of(5) with { Items = [Situation.Figure("First", unit: "t")] };
        situation = situation.With(Situation.Now, new Facts.IndicatorFacts
        {
            Id = "x",
            Own = new Facts.Fact { Value = Reading.Number(5) },
            Items = [new Facts.ItemFact("First", new Facts.Fact { Value = Reading.Number(5) })],
        });
        Assert.Null(Margin(situation, r => r.AtLeast(1) & r.Items.First.AtLeast(1)));
    }

    private static decimal? Margin(Situation situation, Func<TestRule, Verdict> rule) =>
        situation.Judge(rule, withReasons: true).Reason!.Margin;
}
