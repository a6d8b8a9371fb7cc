using FsCheck.Xunit;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Tests.Support;

namespace IndicatorRules.Contract.Tests;

[Properties(Arbitrary = [typeof(Generators)], MaxTest = 1000)]
public class IntervalTests
{
    [Property]
    public bool AtLeast_AnyReading_AgreesWithItsPoints(Reading reading, decimal threshold) =>
        Interval.AtLeast(reading, threshold) == Samples.Judge(Samples.Of(reading), v => v >= threshold);

    [Property]
    public bool MoreThan_AnyReading_AgreesWithItsPoints(Reading reading, decimal threshold) =>
        Interval.MoreThan(reading, threshold) == Samples.Judge(Samples.Of(reading), v => v > threshold);

    [Property]
    public bool AtMost_AnyReading_AgreesWithItsPoints(Reading reading, decimal threshold) =>
        Interval.AtMost(reading, threshold) == Samples.Judge(Samples.Of(reading), v => v <= threshold);

    [Property]
    public bool LessThan_AnyReading_AgreesWithItsPoints(Reading reading, decimal threshold) =>
        Interval.LessThan(reading, threshold) == Samples.Judge(Samples.Of(reading), v => v < threshold);

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

    [Theory]
    [InlineData(55, 70, 55, Status.Met)]
    [InlineData(50, 60, 55, Status.Undetermined)]
    [InlineData(50, 54, 55, Status.NotMet)]
    [InlineData(50, 55, 55, Status.Undetermined)]
    public void AtLeast_Range_CountsBothEnds(int low, int high, int threshold, Status expected) =>
        Assert.Equal(expected, Interval.AtLeast(Reading.Range(low, high), threshold));

    [Fact]
    public void AtLeast_LessThanTheThreshold_IsNotMet() =>
        Assert.Equal(Status.NotMet, Interval.AtLeast(Reading.LessThan(5), 5));

    [Fact]
    public void AtMost_MoreThanTheThreshold_IsNotMet() =>
        Assert.Equal(Status.NotMet, Interval.AtMost(Reading.MoreThan(5), 5));

    [Fact]
    public void Range_EndsTheWrongWayRound_Throws() => Assert.Throws<ArgumentException>(() => Reading.Range(2, 1));
}
