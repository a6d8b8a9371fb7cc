using FsCheck.Xunit;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Reasons;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Contract.Tests.Support;

namespace IndicatorRules.Contract.Tests;

[Properties(Arbitrary = [typeof(Generators)], MaxTest = 3000)]
public class ReasonsTests
{
    [Property]
    public bool Judge_WithReasonsAndWithout_GivesTheSame(RuleCase c)
    {
        ArgumentNullException.ThrowIfNull(c);
        return c.Judge(withReasons: true) == c.Judge(withReasons: false);
    }

    [Property]
    public bool Judge_WithReasons_EveryStepSaysWhatItCameTo(RuleCase c)
    {
        ArgumentNullException.ThrowIfNull(c);
        var judged = c.Judge(withReasons: true);
        return judged.Reason is { } f && f.Proven == judged.Proven && f.Claimed == judged.Claimed && Whole(f);
    }

    [Property]
    public bool Judge_WithoutReasons_HasNoFinding(RuleCase c)
    {
        ArgumentNullException.ThrowIfNull(c);
        return c.Judge().Reason is null;
    }

    [Property]
    public bool Judge_ClaimsOnly_NeverOverruleFigures(RuleCase c)
    {
        ArgumentNullException.ThrowIfNull(c);
        var judged = c.Judge();
        return judged.Proven == Status.Undetermined || judged.Claimed == judged.Proven;
    }

    [Property]
    public bool Judge_Outlook_NeverClaims(RuleCase c)
    {
        ArgumentNullException.ThrowIfNull(c);
        var judged = c.Judge(year: Situation.Now + 8);
        return judged.Proven == judged.Claimed;
    }

    [Fact]
    public void Outlook_TaskAndCourse_AreUndetermined()
    {
        var situation = Situation.Of(50).Before(Reading.Number(1)).Claiming(true) with { Year = 2030 };
        Assert.Equal(new Verdict(Status.Undetermined), situation.Judge(r => r.StableOrImproving()));
        Assert.Equal(new Verdict(Status.Undetermined), situation.Judge(r => r.SuperiorTask.Completed()));
        Assert.Equal(new Verdict(Status.Met), situation.Judge(r => r.AtLeast(50)));
    }

    [Fact]
    public void Rule_StatusAlone_AllocatesNothing()
    {
        var rule = Situation.Of(50).Before(Reading.Range(40, 45)).Bind(static r =>
            (r.AtLeast(20) & r.LessThan(60)) | r.When(r.MoreThan(60), r.StableOrImproving(), r.Between(1, 2)) | r.SuperiorTask.Completed());
        var met = 0;
        for (var i = 0; i < 100; i++)
        {
            met += (int)rule.RunBare().Proven;
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            met += (int)rule.JudgeSafely(RuleContext.NearestRule).Proven;
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(1100 * (int)Status.Met, met);
    }

    [Fact]
    public void And_ThreeInARow_AreOneStepOfThreeParts()
    {
        var reason = Situation.Of(5).Judge(r => r.AtLeast(1) & r.AtLeast(2) & r.AtLeast(3), withReasons: true).Reason!;
        Assert.False(Assert.IsType<CombinedReason>(reason).OneIsEnough);
        Assert.Equal([1m, 2m, 3m], reason.Parts.Cast<BoundReason>().Select(p => p.Bound));
    }

    [Fact]
    public void AtLeast_WithReasons_KnowsItsLine() =>
        Assert.NotEqual(0, Situation.Of(5).Judge(r => r.AtLeast(1), withReasons: true).Reason!.Line);

    private static bool Whole(Reason reason) =>
        reason.Parts.All(p => p is not null && Whole(p)) && (reason.Margin is null || reason.Unit.Length > 0);
}
