using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Findings;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Rules;

namespace IndicatorRules.Contract.Tests;

public class SuperiorTaskTests
{
    private static readonly Reading Unreported = Reading.Absent(AbsenceKind.NotReported);

    [Theory]
    [InlineData(TaskState.NotStated, null, Status.Undetermined, Status.Undetermined)]
    [InlineData(TaskState.NotStated, true, Status.Undetermined, Status.Met)]
    [InlineData(TaskState.NotStated, false, Status.Undetermined, Status.NotMet)]
    [InlineData(TaskState.NoneSet, true, Status.NotApplicable, Status.NotApplicable)]
    [InlineData(TaskState.SaidCompleted, null, Status.Undetermined, Status.Met)]
    [InlineData(TaskState.SaidNotCompleted, true, Status.Undetermined, Status.NotMet)]
    public void Completed_WithoutFigures_IsNeverProven(TaskState state, bool? reported, Status proven, Status claimed)
    {
        var situation = Situation.Of(Unreported).Task(new TaskFacts { State = state });
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
        var situation = Situation.Of(Unreported) with { Own = Situation.Figure("x") with { Absence = new AbsencePolicy(NotAssessed: policy) } };
        situation = situation.Task(new TaskFacts { State = TaskState.NoneSet });
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
        Assert.Equal(new Verdict(expected), Judge(Figures(new TaskFigure("用水总量", "万m³", required, atMost, Reading.Number(actual)))));

    [Fact]
    public void Completed_OneOfTwoFiguresMissed_IsNotMet() => Assert.Equal(new Verdict(Status.NotMet), Judge(Figures(
        new TaskFigure("a", "t", 10, false, Reading.Number(11)), new TaskFigure("b", "t", 10, false, Reading.Number(9)))));

    [Fact]
    public void Completed_ActualStraddles_IsUndetermined() => Assert.Equal(
        new Verdict(Status.Undetermined), Judge(Figures(new TaskFigure("a", "t", 10, false, Reading.Range(9, 11))).Claiming(true)));

    [Fact]
    public void Completed_ActualMissingAndClaimed_IsDeclared() => Assert.Equal(
        new Verdict(Status.Undetermined, Status.Met), Judge(Figures(new TaskFigure("a", "t", 10, false, Unreported)).Claiming(true)));

    [Fact]
    public void Completed_NothingOfTheKind_IsNotApplicableWhateverIsSaid()
    {
        var own = Situation.Figure("x") with { Absence = new AbsencePolicy(NothingOfTheKind: Status.NotApplicable) };
        var none = new Situation { Own = own }.With(Situation.Now, new Fact { Value = Reading.Absent(AbsenceKind.NothingOfTheKind, "无受污染耕地") });
        Assert.Equal(new Verdict(Status.NotApplicable), Judge(none.Task(new TaskFacts { State = TaskState.SaidCompleted })));
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
        foreach (var state in Enum.GetValues<TaskState>().Where(s => s != TaskState.Figures))
        {
            var judged = Situation.Of(Unreported).Task(new TaskFacts { State = state, Text = "原文" })
                .Judge(r => r.SuperiorTask.Completed(), withReasons: true);
            Assert.Equal("原文", judged.Finding!.Text);
            Assert.Equal(judged.Claimed, judged.Finding.Claimed);
        }
    }

    [Fact]
    public void Completed_Figures_GiveTheirMargins()
    {
        var judged = Figures(
            new TaskFigure("a", "t", 10, false, Reading.Number(12.5m)), new TaskFigure("b", "t", 10, true, Reading.Number(9.9m)))
            .Judge(r => r.SuperiorTask.Completed(), withReasons: true);
        Assert.Equal(Clause.All, judged.Finding!.Clause);
        Assert.Equal([2.5m, 0.1m], judged.Finding.Parts.Select(p => p.Margin!.Value));
        Assert.Equal(0.1m, judged.Finding.Margin);
    }

    private static Situation Figures(params TaskFigure[] figures) =>
        Situation.Of(Unreported).Task(new TaskFacts { State = TaskState.Figures, Figures = [.. figures] });

    private static Verdict Judge(Situation situation) => situation.Judge(r => r.SuperiorTask.Completed());
}
