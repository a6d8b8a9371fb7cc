using FsCheck.Xunit;
using IndicatorRules.Contract.Conclusions;
using IndicatorRules.Contract.Quantities;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Reasons;
using IndicatorRules.Contract.Tests.Support;
using static IndicatorRules.Contract.Status;

namespace IndicatorRules.Contract.Tests;

/// <summary>Points by size: between 0 and all, and never more certain than the figure.</summary>
[Properties(Arbitrary = [typeof(Generators)], MaxTest = 500)]
public class PointsTests
{
    [Theory]
    [InlineData(60, 90, 59, 0)]
    [InlineData(60, 90, 60, 0)]
    [InlineData(60, 90, 70, 10)]
    [InlineData(60, 90, 90, 30)]
    [InlineData(60, 90, 95, 30)]
    [InlineData(50, 35, 52, 0)]
    [InlineData(50, 35, 45, 10)]
    [InlineData(50, 35, 30, 30)]
    public void Linear_BetweenFloorAndTarget_IsInProportion(int floor, int target, int value, int earned) =>
        Assert.Equal(Interval.Point(earned), new LinearScale(floor, target).Of(Interval.Point(value), 30));

    [Theory]
    [InlineData(0, 30)]
    [InlineData(1, 29.5)]
    [InlineData(1.5, 29.25)]
    [InlineData(19, 20.5)]
    [InlineData(20, 20)]
    [InlineData(1000, 20)]
    public void Deduct_PerUnitShort_UpToItsLimit(double shortBy, double earned)
    {
        var row = Row(NotMet, 30, new DeductScale(0.5m, 1, 10), spare: Interval.Point(-(decimal)shortBy));
        Assert.Equal(Interval.Point((decimal)earned), row.Earned);
    }

    [Property]
    public bool Linear_OfARange_HoldsWhatEachFigureInItEarns(decimal floor, decimal target, decimal one, decimal other, byte part)
    {
        (floor, target, one, other) = (Small(floor), Small(target), Small(one), Small(other));
        if (floor == target)
        {
            return true;
        }

        var (low, high) = (Math.Min(one, other), Math.Max(one, other));
        var scale = new LinearScale(floor, target);
        var (range, point) = (scale.Of(Interval.FromEnds(low, high), 20), scale.Of(Interval.Point(low + ((high - low) * part / 255)), 20));
        return range.Low >= 0 && range.High <= 20 && point.IsPoint && range.Low <= point.Low && point.Low <= range.High;
    }

    [Property]
    public bool Earned_IsBetweenNothingAndAll_AndOpenWhereNothingIsKnown(byte status, decimal points, decimal per, decimal spare)
    {
        var state = (Status)(status % 4);
        var most = Math.Abs(Small(points));
        var scale = new DeductScale(1, Math.Abs(Small(per)) + 0.1m, null);
        var (known, unknown) = (Row(state, most, scale, spare: Interval.Point(Small(spare))), Row(state, most, scale));
        return Within(known) && Within(unknown) && unknown.Earned.Low <= known.Earned.Low && known.Earned.High <= unknown.Earned.High
            && (state is not (NotMet or Undetermined) || most == 0 || (unknown.Earned.Low, unknown.Earned.High) == (0, most));

        bool Within(ConcludedRow row) => row.Earned.Low >= 0 && row.Earned.High <= most;
    }

    [Property]
    public bool Shortfall_OfARule_IsTheDistanceThatIsMissing(Reading reading, decimal least, decimal most, bool all)
    {
        var judged = Situation.Of(reading).Judge(
            r => all ? r.AtLeast(least) & r.AtMost(most) : r.AtLeast(least) | r.MoreThan(most), withReasons: true);
        var row = Row(judged.Proven, 1, null, spare: RowSpare.Of(judged.Reason, "%"));
        if (reading.Kind != ReadingKind.Number || Math.Abs(reading.Low!.Value) > 1e20m || Math.Abs(least) > 1e20m || Math.Abs(most) > 1e20m)
        {
            return row.Shortfall.Low >= 0;
        }

        var value = reading.Low.Value;
        var missing = all ? Math.Max(least - value, value - most) : Math.Min(least, most) - value;
        return row.Shortfall == Interval.Point(judged.Proven == Met ? 0 : missing);
    }

    [Fact]
    public void Shortfall_WithoutAFigure_IsNotZero()
    {
        var row = Row(NotMet, 10, null);
        Assert.Equal((0m, null), (row.Shortfall.Least, row.Shortfall.Most));
        Quantity shortfall = default, excess = default;
        _ = TestConclusion.OfRows(
            c =>
            {
                (shortfall, excess) = (c.Indicators[0].Shortfall, c.Indicators[0].Excess);
                return c.Conclude();
            },
            0, Row(Undetermined, 10, null));
        Assert.Equal((0m, null), (shortfall.Low, shortfall.High));
        Assert.Equal((0m, null), (excess.Low, excess.High));
        Assert.True(Assert.Single(shortfall.Origins).IsOpen);
    }

    [Fact]
    public void Points_OfAllRows_HaveTheAdjustments_ThoseOfADomainHaveNot()
    {
        Quantity all = default, domain = default, share = default;
        _ = TestConclusion.OfRows(
            c =>
            {
                (all, domain, share) = (c.Points, c.Domains[0].Points, c.PointsShare);
                return c.Conclude();
            },
            -1.5m, Row(NotMet, 30, new LinearScale(60, 90), Interval.Point(80)),
            Row(Met, 10, null) with { Index = 1, Number = "2", Id = "b" });
        Assert.Equal((28.5m, 28.5m, 30m, 71.25m), (all.Low, all.High, domain.Low, share.Low));
        Assert.Equal(["1"], all.Origins.Select(o => o.Number));
    }

    [Fact]
    public void Grade_WithAVetoThatHolds_IsCertain_WhateverPointsAreOpen()
    {
        var conclusion = TestConclusion.OfRows(
            c => c.Conclude().Award(new GradeId(2), c.Points > 5).Veto(c.Indicators[0].IsNotMet).Note("x", c.Points > 5),
            0, Row(NotMet, 10, null), Row(Undetermined, 10, null) with { Index = 1, Number = "2", Id = "b" });
        Assert.Equal((0, 0), (conclusion.LeastGrade.Index, conclusion.MostGrade.Index));
        Assert.False(conclusion.Points.IsExact);
    }

    [Theory]
    [InlineData("same:Linear:5")]
    [InlineData("negative:Linear:of:-1")]
    [InlineData("negative:Deduct:points:-1")]
    [InlineData("times:Deduct:0")]
    [InlineData("negative:Deduct:atMost:-1")]
    public void Word_WithAnImpossibleArgument_IsUnknownAndSaysWhy(string fault)
    {
        List<string?> faults = [];
        _ = TestConclusion.OfRows(
            c =>
            {
                var row = c.Indicators[0];
                Quantity[] all = [row.Linear(5, 5), row.Linear(1, 2, -1), row.Deduct(-1, 1), row.Deduct(1, 0), row.Deduct(1, 1, -1)];
                faults.AddRange(all.Select(q => q.Fault));
                return c.Conclude();
            },
            0, Row(Met, 10, null));
        Assert.Contains(fault, faults);
    }

    private static ConcludedRow Row(
        Status status, decimal points, PointScale? scale, Interval value = default, Interval spare = default) =>
        new(0, "1", "a", "a", "binding", true, 0, points, status) { Scale = scale, Measure = () => (value, spare), Unit = "%" };

    private static decimal Small(decimal value) => Math.Round(value % 1000, 4);
}
