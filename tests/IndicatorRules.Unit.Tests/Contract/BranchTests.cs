using FsCheck.Xunit;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Reasons;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Contract.Tests.Support;

namespace IndicatorRules.Contract.Tests;

[Properties(Arbitrary = [typeof(Generators)], MaxTest = 1000)]
public class BranchTests
{
    [Property]
    public bool When_AnyCondition_FollowsWhatIsProven(Verdict condition, Verdict then, Verdict otherwise)
    {
        var expected = condition.Proven switch
        {
            Status.Met => then,
            Status.NotMet => otherwise,
            Status.NotApplicable => new Verdict(Status.NotApplicable),
            _ => new Verdict(Agreed(then.Proven, otherwise.Proven), Agreed(then.Claimed, otherwise.Claimed)),
        };
        return Situation.Of(1).Judge(r => r.When(condition, then, otherwise)) == expected;
    }

    [Property]
    public bool When_ClaimsOfTheConditionChanged_AnswersTheSame(Verdict condition, Status claimed, Verdict then, Verdict otherwise) =>
        Situation.Of(1).Judge(r => r.When(condition, then, otherwise))
        == Situation.Of(1).Judge(r => r.When(new Verdict(condition.Proven, claimed), then, otherwise));

    [Property]
    public bool Ternary_AnyReading_IsThatOfItsPointsOrUndetermined(Reading reading, decimal threshold)
    {
        var situation = Situation.Of(reading);
        return Answers(situation.Judge(r => r.Value > threshold ? Yes : No), v => v > threshold)
            && Answers(situation.Judge(r => r.Value < threshold ? Yes : No), v => v < threshold)
            && Answers(situation.Judge(r => r.Value >= threshold ? Yes : No), v => v >= threshold)
            && Answers(situation.Judge(r => r.Value <= threshold ? Yes : No), v => v <= threshold);

        bool Answers(Verdict judged, Func<decimal, bool> holds) =>
            judged == new Verdict(Samples.Judge(Samples.Of(reading), holds));
    }

    [Theory]
    [InlineData(AbsenceKind.NotReported)]
    [InlineData(AbsenceKind.NothingOfTheKind)]
    [InlineData(AbsenceKind.NotAssessed)]
    [InlineData(AbsenceKind.NotMeasurable)]
    public void Ternary_Missing_EndsTheRuleAndNamesTheFigure(AbsenceKind kind)
    {
        var judged = Situation.Of(Reading.Absent(kind)).Claiming(true).Judge(r => r.Value > 60 ? Yes : Yes, withReasons: true);
        Assert.Equal(new Verdict(Status.Undetermined), judged);
        var fault = Assert.IsType<FaultReason>(judged.Reason);
        Assert.Equal(ScriptFault.Undecided, fault.Fault);
        Assert.Equal("x", Assert.IsAssignableFrom<FigureReason>(Assert.Single(fault.Parts)).Figure.Id);
    }

    [Fact]
    public void Ternary_MissingWithoutReasons_EndsTheRule() => Assert.Equal(
        new Verdict(Status.Undetermined), Situation.Of(Reading.Words("很好")).Judge(r => r.Value > 60 ? Yes : Yes));

    [Fact]
    public void If_Straddling_EndsTheRule() => Assert.Equal(
        new Verdict(Status.Undetermined),
        Situation.Of(Reading.Range(50, 70)).Judge(r =>
        {
            if (r.Value >= 60)
            {
                return Yes;
            }

            return Yes;
        }));

    [Fact]
    public void When_ComparisonAsCondition_JudgesBothBranches()
    {
        var straddling = Situation.Of(Reading.Range(50, 70));
        Assert.Equal(Yes, straddling.Judge(r => r.When(r.Value > 60, Yes, Yes)));
        Assert.Equal(new Verdict(Status.Undetermined), straddling.Judge(r => r.When(r.Value > 60, Yes, No)));
    }

    [Fact]
    public void Comparisons_JoinedInACondition_AreVerdicts()
    {
        Assert.Equal(Yes, Situation.Of(70).Judge(r => r.When(r.Value > 60 & r.Value < 80, Yes, No)));
        Assert.Equal(No, Situation.Of(90).Judge(r => r.When((r.Value > 100) | (r.Value < 80), Yes, No)));
    }

    [Fact]
    public void When_Decided_TakesTheMarginOfTheBranchTaken()
    {
        var judged = Situation.Of(70).Judge(r => r.When(r.MoreThan(60), r.AtLeast(50), r.AtLeast(90)), withReasons: true);
        Assert.Equal(20, judged.Reason!.Margin);
        Assert.Equal(3, judged.Reason.Parts.Length);
        Assert.All(judged.Reason.Parts, Assert.NotNull);
    }

    private static Verdict Yes => new(Status.Met);

    private static Verdict No => new(Status.NotMet);

    private static Status Agreed(Status one, Status other) => one == other ? one : Status.Undetermined;
}
