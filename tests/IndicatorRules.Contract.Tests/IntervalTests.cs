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
}
