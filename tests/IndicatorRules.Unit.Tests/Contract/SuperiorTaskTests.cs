using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Reasons;
using IndicatorRules.Contract.Rules;

namespace IndicatorRules.Contract.Tests;

public class SuperiorTaskTests
{
    private static readonly Reading Unreported = Reading.Absent(AbsenceKind.NotReported);

    [Theory]
    [InlineData(SuperiorTaskState.NotStated, null, Status.Undetermined, Status.Undetermined)]
    [InlineData(SuperiorTaskState.NotStated, true, Status.Undetermined, Status.Met)]
    [InlineData(SuperiorTaskState.NotStated, false, Status.Undetermined, Status.NotMet)]
    [InlineData(SuperiorTaskState.NoneSet, true, Status.NotApplicable, Status.NotApplicable)]
    [InlineData(SuperiorTaskState.SaidCompleted, null, Status.Undetermined, Status.Met)]
    [InlineData(SuperiorTaskState.SaidNotCompleted, true, Status.Undetermined, Status.NotMet)]
    public void Completed_WithoutFigures_IsNeverProven(SuperiorTaskState state, bool? reported, Status proven, Status claimed)
    {
        var situation = Situation.Of(Unreported).Task(new SuperiorTaskFacts { State = state });
        situation = reported is { } met ? situation.Claiming(met) : situation;
        Assert.Equal(new Verdict(proven, claimed), Judge(situation));
    }

    [Theory]
    [InlineData(Status.Undetermined, true, Status.Undetermined, Status.Met)]
    [InlineData(Status.Undetermined, null, Status.Undetermined, Status.Undetermined)]
    [InlineData(Status.Met, false, Status.Met, Status.Met)]
    [InlineData(Status.NotMet, true, Status.NotMet, Status.NotMet)]
    public void Completed_NoneSet_IsWhatTheSchemeSaysOfNotAssessed(Status policy, bool? reported, Status proven, Status claimed)
    {
        var situation = Situation.Of(
            Unreported) with
        { Own = Situation.Figure("x") with { Absence = new AbsencePolicy(NotAssessed: policy) } };
        situation = situation.Task(new SuperiorTaskFacts { State = SuperiorTaskState.NoneSet });
        var notAssessed = situation.With(Situation.Now, new Fact { Value = Reading.Absent(AbsenceKind.NotAssessed, "不考核") });
        (situation, notAssessed) = reported is { } met ? (situation.Claiming(met), notAssessed.Claiming(met)) : (situation, notAssessed);
        Assert.Equal(new Verdict(proven, claimed), Judge(situation));
        Assert.Equal(new Verdict(proven, claimed), notAssessed.Judge(r => r.AtLeast(1)));
    }

    [Theory]
    [InlineData(100, false, 100, Status.Met)]
    [InlineData(100, false, 99, Status.NotMet)]
    [InlineData(100, true, 100, Status.Met)]
    [InlineData(100, true, 101, Status.NotMet)]
    public void Completed_OneFigure_ComparesInItsDirection(int required, bool atMost, int actual, Status expected) =>
        Assert.Equal(new Verdict(expected),
            Judge(Figures(new SuperiorTaskFigure("用水总量", "万m³", required, atMost, Reading.Number(actual)))));

    [Fact]
    public void Completed_OneOfTwoFiguresMissed_IsNotMet() => Assert.Equal(new Verdict(Status.NotMet), Judge(Figures(
        new SuperiorTaskFigure("a", "t", 10, false, Reading.Number(11)), new SuperiorTaskFigure("b", "t", 10, false, Reading.Number(9)))));

    [Fact]
    public void Completed_ActualStraddles_IsUndetermined() => Assert.Equal(
        new Verdict(Status.Undetermined), Judge(Figures(new SuperiorTaskFigure("a", "t", 10, false, Reading.Range(9, 11))).Claiming(true)));

    [Fact]
    public void Completed_ActualMissingAndClaimed_IsDeclared() => Assert.Equal(
        new Verdict(Status.Undetermined, Status.Met),
        Judge(Figures(new SuperiorTaskFigure("a", "t", 10, false, Unreported)).Claiming(true)));

    [Fact]
    public void Completed_NothingOfTheKind_IsNotApplicableWhateverIsSaid()
    {
        var own = Situation.Figure("x") with { Absence = new AbsencePolicy(NothingOfTheKind: Status.NotApplicable) };
        var none = new Situation { Own = own }.With(
            Situation.Now, new Fact { Value = Reading.Absent(AbsenceKind.NothingOfTheKind, "无受污染耕地") });
        Assert.Equal(new Verdict(Status.NotApplicable),
            Judge(none.Task(new SuperiorTaskFacts { State = SuperiorTaskState.SaidCompleted })));
    }

    [Theory]
    [InlineData(2000, 2000, Status.Met)]
    [InlineData(1999, 2000, Status.NotMet)]
    [InlineData(2001, 2000, Status.Met)]
    public void Completed_Quota_ComparesDoneWithAssigned(int done, int assigned, Status expected) =>
        Assert.Equal(new Verdict(expected), Judge(Situation.Of(Reading.Quota(done, assigned, "亩"))));

    [Fact]
    public void Completed_EveryState_ExplainsItself()
    {
        foreach (var state in Enum.GetValues<SuperiorTaskState>().Where(s => s != SuperiorTaskState.Figures))
        {
            var judged = Situation.Of(Unreported).Task(new SuperiorTaskFacts { State = state, Text = "原文" })
                .Judge(r => r.SuperiorTask.Completed(), withReasons: true);
            Assert.Equal("原文", Assert.IsType<SuperiorTaskReason>(judged.Reason).Text);
            Assert.Equal(judged.Claimed, judged.Reason.Claimed);
        }
    }

    [Fact]
    public void Completed_Figures_GiveTheirMargins()
    {
        var judged = Figures(
            new SuperiorTaskFigure("a", "t", 10, false, Reading.Number(12.5m)),
            new SuperiorTaskFigure("b", "t", 10, true, Reading.Number(9.9m)))
            .Judge(r => r.SuperiorTask.Completed(), withReasons: true);
        Assert.False(Assert.IsType<CombinedReason>(judged.Reason).OneIsEnough);
        Assert.Equal([2.5m, 0.1m], judged.Reason.Parts.Select(p => p.Margin!.Value));
        Assert.Equal(0.1m, judged.Reason.Margin);
    }

    private static Situation Figures(params SuperiorTaskFigure[] figures) =>
        Situation.Of(Unreported).Task(new SuperiorTaskFacts { State = SuperiorTaskState.Figures, Figures = [.. figures] });

    private static Verdict Judge(Situation situation) => situation.Judge(r => r.SuperiorTask.Completed());
}
