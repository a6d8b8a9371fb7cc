using FsCheck.Xunit;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Tests.Support;

namespace IndicatorRules.Contract.Tests;

[Properties(Arbitrary = [typeof(Generators)], MaxTest = 1000)]
public class IntervalTests
{
    [Property]
    public bool AtLeast_AnyReading_AgreesWithItsPoints(Reading reading, decimal threshold) =>
        reading.Interval.AtLeast(threshold) == Samples.Judge(Samples.Of(reading), v => v >= threshold);

    [Property]
    public bool MoreThan_AnyReading_AgreesWithItsPoints(Reading reading, decimal threshold) =>
        reading.Interval.MoreThan(threshold) == Samples.Judge(Samples.Of(reading), v => v > threshold);

    [Property]
    public bool AtMost_AnyReading_AgreesWithItsPoints(Reading reading, decimal threshold) =>
        reading.Interval.AtMost(threshold) == Samples.Judge(Samples.Of(reading), v => v <= threshold);

    [Property]
    public bool LessThan_AnyReading_AgreesWithItsPoints(Reading reading, decimal threshold) =>
        reading.Interval.LessThan(threshold) == Samples.Judge(Samples.Of(reading), v => v < threshold);

    [Property]
    public bool Between_AnyReading_AgreesWithItsPoints(Reading reading, decimal one, decimal other)
    {
        var (low, high) = (Math.Min(one, other), Math.Max(one, other));
        var judged = Situation.Of(reading).Judge(r => r.Between(low, high)).Proven;
        return judged == Samples.Judge(Samples.Of(reading), v => v >= low && v <= high);
    }

    [Property]
    public bool About_AnyReading_IsBetween(Reading reading, decimal middle, decimal one) =>
        Situation.Of(reading).Judge(r => r.About(middle, Math.Abs(one)))
        == Situation.Of(reading).Judge(r => r.Between(middle - Math.Abs(one), middle + Math.Abs(one)));

    [Property]
    public void Against_AnyTwoReadings_AgreesWithTheirPoints(Reading one, Reading other)
    {
        var pairs = Samples.Of(one).SelectMany(a => Samples.Of(other).Select(b => (a, b))).ToList();
        Assert.Equal(Samples.Judge(pairs, p => p.a >= p.b), Against(one, other, r => r.AtLeast(r.ParentAverage)));
        Assert.Equal(Samples.Judge(pairs, p => p.a > p.b), Against(one, other, r => r.MoreThan(r.ParentAverage)));
        Assert.Equal(Samples.Judge(pairs, p => p.a <= p.b), Against(one, other, r => r.AtMost(r.ParentAverage)));
        Assert.Equal(Samples.Judge(pairs, p => p.a < p.b), Against(one, other, r => r.LessThan(r.ParentAverage)));
    }

    [Property]
    public void SumOver_AnyTwoReadings_AgreesWithTheirPoints(Reading one, Reading other, decimal threshold)
    {
        var sums = Samples.Of(one).SelectMany(a => Samples.Of(other).Select(b => a + b)).ToList();
        var situation = Situation.Of(one).Before(other);
        Assert.Equal(Samples.Judge(sums, s => s >= threshold), situation.Judge(r => r.SumOver(2).AtLeast(threshold)).Proven);
        Assert.Equal(Samples.Judge(sums, s => s > threshold), situation.Judge(r => r.SumOver(2).MoreThan(threshold)).Proven);
        Assert.Equal(Samples.Judge(sums, s => s / 2 < threshold), situation.Judge(r => r.AverageOver(2).LessThan(threshold)).Proven);
    }

    // Of any two values the share lies between those of the ends; points a hair inside them tell open ends from closed ones.
    [Property]
    public void PercentOf_AnyTwoReadings_IsNeverSurerThanItsPoints(Reading one, Reading other, decimal threshold)
    {
        var whole = Samples.Of(other).ToList();
        var share = one.Interval.PercentOf(other.Interval);
        if (whole.Min() <= 0)
        {
            Assert.True(share.IsEmpty);
            return;
        }

        var shares = Samples.Of(one).SelectMany(a => whole.Select(b => a * 100 / b)).ToList();
        var judged = share.AtLeast(threshold);
        Assert.True(judged == Status.Undetermined || judged == Samples.Judge(shares, s => s >= threshold));
        Assert.True(shares.TrueForAll(s => share.Least is not { } least || (share.LowOpen ? s > least : s >= least)));
        Assert.True(shares.TrueForAll(s => share.Most is not { } most || (share.HighOpen ? s < most : s <= most)));
        Assert.True(share.Least is not { } low || share.LowOpen || shares.Contains(low));
        Assert.True(share.Most is not { } high || share.HighOpen || shares.Contains(high));
    }

    [Fact]
    public void PercentOf_OpenEnds_StayOpen()
    {
        Assert.Equal(Status.NotMet, Reading.LessThan(5).Interval.PercentOf(Reading.Number(10).Interval).AtLeast(50));
        Assert.Equal(Status.Met, Reading.Number(5).Interval.PercentOf(
            Reading.LessThan(10).Interval with { Low = 1, Ends = Ends.Both | Ends.HighOpen }).MoreThan(50));
        Assert.Equal(Status.Met, Reading.Number(5).Interval.PercentOf(Reading.MoreThan(0).Interval).MoreThan(0));
    }

    [Theory]
    [InlineData(55, 70, 55, Status.Met)]
    [InlineData(50, 60, 55, Status.Undetermined)]
    [InlineData(50, 54, 55, Status.NotMet)]
    [InlineData(50, 55, 55, Status.Undetermined)]
    public void AtLeast_Range_CountsBothEnds(int low, int high, int threshold, Status expected) =>
        Assert.Equal(expected, Reading.Range(low, high).Interval.AtLeast(threshold));

    [Fact]
    public void AtLeast_LessThanTheThreshold_IsNotMet() =>
        Assert.Equal(Status.NotMet, Reading.LessThan(5).Interval.AtLeast(5));

    [Fact]
    public void AtMost_MoreThanTheThreshold_IsNotMet() =>
        Assert.Equal(Status.NotMet, Reading.MoreThan(5).Interval.AtMost(5));

    [Fact]
    public void Range_EndsTheWrongWayRound_Throws() => Assert.Throws<ArgumentException>(() => Reading.Range(2, 1));

    private static Status Against(Reading one, Reading other, Func<TestRule, Verdict> rule) => new Situation()
        .With(Situation.Now, new Facts.Fact { Value = one, ParentAverage = new Facts.ParentAverage(other) }).Judge(rule).Proven;
}
