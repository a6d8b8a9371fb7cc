using FsCheck.Xunit;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Reasons;
using IndicatorRules.Contract.Rules;

namespace IndicatorRules.Contract.Tests;

public class AbsenceTests
{
    public static TheoryData<AbsenceKind, Status> Standard => new()
    {
        { AbsenceKind.NotReported, Status.Undetermined },
        { AbsenceKind.NothingOfTheKind, Status.Undetermined },
        { AbsenceKind.NotAssessed, Status.NotApplicable },
        { AbsenceKind.NotMeasurable, Status.Undetermined },
    };

    private static AbsencePolicy MayBeNone { get; } = new(NothingOfTheKind: Status.NotApplicable);

    private static Situation CanBeAbsent => new() { Own = Situation.Figure("x") with { Absence = MayBeNone } };

    [Theory]
    [MemberData(nameof(Standard))]
    public void AtLeast_AbsentUnderStandardPolicy_ComesToWhatItSays(AbsenceKind kind, Status expected) =>
        Assert.Equal(new Verdict(expected), Situation.Of(Reading.Absent(kind)).Judge(r => r.AtLeast(1)));

    [Theory]
    [MemberData(nameof(Standard))]
    public void Completed_AbsentUnderStandardPolicy_ComesToWhatItSays(AbsenceKind kind, Status expected) =>
        Assert.Equal(new Verdict(expected), Situation.Of(Reading.Absent(kind)).Judge(r => r.SuperiorTask.Completed()));

    [Property(MaxTest = 400)]
    public bool Words_AbsentUnderAnyPolicy_ComeToWhatItSays(AbsenceKind kind, Status comesTo, bool? reported, byte word)
    {
        var policy = kind switch
        {
            AbsenceKind.NotReported => new AbsencePolicy(NotReported: comesTo),
            AbsenceKind.NothingOfTheKind => new AbsencePolicy(NothingOfTheKind: comesTo),
            AbsenceKind.NotAssessed => new AbsencePolicy(NotAssessed: comesTo),
            _ => new AbsencePolicy(NotMeasurable: comesTo),
        };
        var situation = (new Situation() with { Own = Situation.Figure("x") with { Absence = policy } })
            .With(Situation.Now, new Fact { Value = Reading.Absent(kind), ReportedMet = reported });
        var claimed = comesTo != Status.Undetermined || reported is null ? comesTo : reported.Value ? Status.Met : Status.NotMet;
        return situation.Judge(r => (word % 6) switch
        {
            0 => r.AtLeast(1),
            1 => r.LessThan(1),
            2 => r.Between(1, 2),
            3 => r.StableOrImproving(),
            4 => r.ChangeAtLeast(1),
            _ => r.SuperiorTask.Completed(),
        }) == new Verdict(comesTo, claimed);
    }

    [Fact]
    public void AtLeast_RowNotHandedIn_IsUndetermined() =>
        Assert.Equal(new Verdict(Status.Undetermined), new Situation().With(2021, new Fact { Value = Reading.Number(9) })
            .Judge(r => r.AtLeast(1)));

    [Fact]
    public void AtLeast_ItemNotHandedIn_IsUndetermined()
    {
        var situation = Situation.Of(9) with { Items = [Situation.Figure("First")] };
        Assert.Equal(new Verdict(Status.Undetermined), situation.Judge(r => r.Items.First.AtLeast(1)));
    }

    [Fact]
    public void AtLeast_ItemAbsentAndRowClaimed_IsDeclared()
    {
        var situation = Situation.Of(9).Claiming(met: true) with { Items = [Situation.Figure("First")] };
        Assert.Equal(new Verdict(Status.Undetermined, Status.Met), situation.Judge(r => r.Items.First.AtLeast(1)));
    }

    [Fact]
    public void AtLeast_FigureThereAndClaimedOtherwise_FigureHolds() =>
        Assert.Equal(new Verdict(Status.NotMet), Situation.Of(9).Claiming(met: true).Judge(r => r.AtLeast(10)));

    [Fact]
    public void AtLeast_NothingOfTheKind_SaysThatItDoesNotApply()
    {
        var judged = CanBeAbsent.With(Situation.Now, new Fact { Value = Reading.Absent(AbsenceKind.NothingOfTheKind, "无") })
            .Judge(r => r.AtLeast(1), withReasons: true);
        Assert.Equal("无", Assert.IsType<AbsentReason>(judged.Reason).Reading!.Text);
    }

    [Fact]
    public void EachItem_OneDoesNotApply_OthersDecide()
    {
        var situation = new Situation { Items = [Situation.Figure("First") with { Absence = MayBeNone }, Situation.Figure("Second")] }
            .With(Situation.Now, new IndicatorFacts
            {
                Id = "x",
                Items =
                [
                    new ItemFact("First", new Fact { Value = Reading.Absent(AbsenceKind.NothingOfTheKind) }),
                    new ItemFact("Second", new Fact { Value = Reading.Number(5) }),
                ],
            });
        Assert.Equal(Status.Met, situation.Judge(r => r.EachItem(i => i.AtLeast(5))).Proven);
        Assert.Equal(Status.NotMet, situation.Judge(r => r.EachItem(i => i.AtLeast(6))).Proven);
    }

    [Theory]
    [InlineData("约28", Status.Undetermined)]
    [InlineData("五十二点九", Status.Undetermined)]
    [InlineData("百分之五十", Status.Undetermined)]
    [InlineData("#REF!", Status.Undetermined)]
    [InlineData("一般", Status.Met)]
    [InlineData("28（初步数）", Status.Undetermined)]
    [InlineData("很高", Status.Met)]
    public void AtLeast_Words_TakeAClaimOnlyWhereNoFigureWasTyped(string words, Status claimed)
    {
        var situation = Situation.Of(Reading.Words(words)).Claiming(true);
        Assert.Equal(new Verdict(Status.Undetermined, claimed), situation.Judge(r => r.AtLeast(50)));
        Assert.Equal(new Verdict(Status.Undetermined, claimed), situation.Judge(r => r.StableOrImproving()));
    }

    [Fact]
    public void EachItem_NoItems_IsUndetermined() =>
        Assert.Equal(Status.Undetermined, Situation.Of(1).Judge(r => r.EachItem(i => i.AtLeast(0))).Claimed);
}
