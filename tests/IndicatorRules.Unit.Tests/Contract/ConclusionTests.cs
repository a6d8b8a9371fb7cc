using FsCheck.Xunit;
using IndicatorRules.Contract.Conclusions;
using IndicatorRules.Contract.Quantities;
using IndicatorRules.Contract.Tests.Support;
using static IndicatorRules.Contract.Status;

namespace IndicatorRules.Contract.Tests;

/// <summary>A conclusion says what is certain and between what it lies; an open verdict is neither zero nor false.</summary>
public class ConclusionTests
{
    private static readonly GradeId Middle = new(1);
    private static readonly GradeId High = new(2);

    [Fact]
    public void Points_OfOpenRows_AreAnInterval()
    {
        var points = TestConclusion.Of(c => c.Conclude(), Met, NotMet, Undetermined, NotApplicable).Points;
        Assert.Equal((10m, 40m), (points.Low, points.High));
        Assert.Equal(["3"], points.Origins.Where(o => o.IsOpen).Select(o => o.Number));
    }

    [Theory]
    [InlineData(NotApplicable, 10, 30)]
    [InlineData(Met, 80, 100)]
    public void PointsShare_LeavesOutWhatDoesNotApply_OrLetsItEarn(Status exempt, int earned, int possible)
    {
        Quantity most = default, percent = default;
        var points = TestConclusion.OfExempt(
            exempt,
            c =>
            {
                (most, percent) = (c.PointsPossible, c.PointsShare);
                return c.Conclude();
            },
            Met, NotMet, NotApplicable, NotApplicable).Points;
        Assert.Equal((earned, possible), (points.Low, most.Low));
        Assert.Equal(100m * earned / possible, percent.Low);
    }

    [Fact]
    public void Counts_ByForceAndDomain_AreTheirOwn()
    {
        decimal?[] counts = [];
        TestConclusion.Of(
            c =>
            {
                counts = [c.Met.Low, c.Binding.Met.Low, c.Reference.NotMet.Low, c.Domains[0].Met.Low,
                    c.Domains[1].Applicable.High - c.Domains[1].Applicable.Low];
                return c.Conclude();
            },
            Met, NotMet, Met, Undetermined);
        Assert.Equal([2, 2, 1, 1, 1], counts);
    }

    [Fact]
    public void Award_HighestThatHolds_InAnyOrder()
    {
        Func<TestConclusion, Conclusion>[] orders =
        [
            c => c.Conclude().Award(High, c.Met >= 2).Award(Middle, c.Met >= 1),
            c => c.Conclude().Award(Middle, c.Met >= 1).Award(High, c.Met >= 2),
        ];
        Assert.All(orders, o => Assert.Equal((2, 2), Grades(TestConclusion.Of(o, Met, Met))));
        Assert.All(orders, o => Assert.Equal((1, 1), Grades(TestConclusion.Of(o, Met, NotMet))));
        Assert.All(orders, o => Assert.Equal((0, 0), Grades(TestConclusion.Of(o, NotMet, NotMet))));
    }

    [Fact]
    public void Award_OnAnOpenRow_LiesBetween()
    {
        var open = TestConclusion.Of(c => c.Conclude().Award(High, c.Met >= 2).Award(Middle, c.Met >= 1), Met, Undetermined);
        Assert.Equal((1, 2), Grades(open));
    }

    [Theory]
    [InlineData(NotMet, 1, 1)]
    [InlineData(Undetermined, 1, 2)]
    [InlineData(Met, 2, 2)]
    public void Cap_TakesDown_OrLeavesOpen(Status capped, int least, int most) =>
        Assert.Equal((least, most),
            Grades(TestConclusion.Of(c => c.Conclude().Cap(Middle, c.Indicators[1].IsNotMet).Award(High, c.Met >= 1), Met, capped)));

    [Theory]
    [InlineData(NotMet, 0, 0)]
    [InlineData(Undetermined, 0, 2)]
    [InlineData(NotApplicable, 2, 2)]
    public void Veto_IsTheLowest_OrLeavesOpen(Status vetoed, int least, int most) =>
        Assert.Equal((least, most),
            Grades(TestConclusion.Of(c => c.Conclude().Veto(c.Indicators[1].IsNotMet).Award(High, c.Met >= 1), Met, vetoed)));

    [Property]
    public void Conclusion_OfOpenRows_HoldsEveryWayTheyMayTurnOut(byte[] seed, byte turn)
    {
        var statuses = seed.Take(6).Select(s => (Status)(s % 4)).ToArray();
        var turned = statuses.Select((s, i) => s == Undetermined ? (Status)(new[] { 0, 1, 3 }[(turn + (i * 7)) % 3]) : s).ToArray();
        static Conclusion Script(TestConclusion c) => c.Conclude()
            .Award(High, c.PointsShare >= 60 | c.Reference.Met > 1)
            .Award(Middle, c.MetShare >= 40)
            .Cap(Middle, c.Binding.NotMet > 0)
            .Veto(c.NotMet > 2 & c.NotApplicable < 2);
        var (open, certain) = (TestConclusion.Of(Script, statuses), TestConclusion.Of(Script, turned));
        if (statuses.All(s => s is not (Met or NotMet)))
        {
            // Shares of nothing are unknown on the one side and a number on the other.
            return;
        }

        Assert.InRange(certain.Points.Low!.Value, open.Points.Low!.Value, open.Points.High!.Value);
        Assert.InRange(certain.LeastGrade.Index, open.LeastGrade.Index, open.MostGrade.Index);
        Assert.InRange(certain.MostGrade.Index, open.LeastGrade.Index, open.MostGrade.Index);
    }

    [Fact]
    public void Steps_WithoutEnd_AreAFault() => Assert.Null(TestConclusion.Of(
        c =>
        {
            var all = c.Conclude();
            for (var i = 0; i < 300; i++)
            {
                all = all.Veto(c.Met > 0);
            }

            return all;
        },
        Met));

    private static (int Least, int Most) Grades(Conclusion conclusion) => (conclusion.LeastGrade.Index, conclusion.MostGrade.Index);
}
