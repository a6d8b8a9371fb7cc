using FsCheck.Xunit;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Contract.Tests;

public class CombinedReasonTests
{
    [Property(MaxTest = 1000)]
    public void Join_AnyTree_SaysWhatAPlainReadingOfItSays(int seed)
    {
        var (verdict, plain) = Tree(new Random(seed), depth: 6);
        AssertSame(plain, verdict.Reason!);
    }

    [Fact]
    public void Join_DoubledOverAndOver_IsCutShortAndKeepsItsStatusesAndMargin()
    {
        var doubled = Leaf(new Verdict(Status.NotMet, Status.Met), 3, "%");
        while (doubled.Reason is not CutShortReason)
        {
            Assert.InRange(doubled.Reason!.Parts.Length, 0, 5000);
            doubled &= doubled;
        }

        var reason = doubled.Reason;
        Assert.Empty(reason.Parts);
        Assert.Equal((Status.NotMet, Status.Met, 3m, "%"), (reason.Proven, reason.Claimed, reason.Margin, reason.Unit));
        var again = (doubled & doubled).Reason!.Parts;
        Assert.Equal(2, again.Length);
        Assert.All(again, p => Assert.Same(reason, p));
    }

    [Fact]
    public void Join_NestedAsDeepAsMayBe_IsReadOnASmallStack()
    {
        var nested = Leaf(new Verdict(Status.Met), 2000, "%");
        for (var i = 0; i < 1200; i++)
        {
            nested = (nested & Leaf(new Verdict(Status.Met), i, "%")) | Leaf(new Verdict(Status.Met), -1, "%");
        }

        decimal? margin = null;
        var parts = 0;
        var reader = new Thread(
            () =>
            {
                margin = nested.Reason!.Margin;
                parts = nested.Reason.Parts.Length;
            },
            maxStackSize: 128 * 1024);
        reader.Start();
        reader.Join();
        Assert.Equal((0m, 2), (margin, parts));
    }

    private static (Verdict Verdict, Plain Plain) Tree(Random random, int depth)
    {
        if (depth == 0 || random.Next(4) == 0)
        {
            var status = new Verdict((Status)random.Next(4), (Status)random.Next(4));
            decimal? margin = random.Next(6) == 0 ? null : random.Next(-9, 10);
            var unit = random.Next(12) == 0 ? "t" : "%";
            return (Leaf(status, margin, unit),
                new Plain(Step.Leaf, status, status.Proven == Status.Undetermined ? null : margin, unit, []));
        }

        var (left, right) = (Tree(random, depth - 1), Tree(random, depth - 1));
        return random.Next(5) switch
        {
            0 => Upper(left),
            < 3 => (left.Verdict | right.Verdict, Join(Step.Any, left.Verdict | right.Verdict, left.Plain, right.Plain)),
            _ => (left.Verdict & right.Verdict, Join(Step.All, left.Verdict & right.Verdict, left.Plain, right.Plain)),
        };
    }

    private static (Verdict Verdict, Plain Plain) Upper((Verdict Verdict, Plain Plain) asked) => (
        new UpperReason("above", asked.Verdict, asked.Verdict.Reason!, line: 1).Verdict,
        new Plain(Step.Upper, asked.Verdict, asked.Plain.Margin, asked.Plain.Unit, [asked.Plain]));

    private static Plain Join(Step step, Verdict whole, Plain left, Plain right)
    {
        Plain[] parts = [.. left.Step == step ? left.Parts : [left], .. right.Step == step ? right.Parts : [right]];
        var isMet = step == Step.Any && whole.Proven == Status.Met;
        var counted = parts.Where(p => p.Verdict.Claimed != Status.NotApplicable && (!isMet || p.Verdict.Proven == Status.Met)).ToList();
        var hasMargin = counted.Count > 0 && counted.TrueForAll(p => p.Margin is not null && p.Unit == counted[0].Unit);
        var decisive = !hasMargin ? null : step == Step.All ? counted.MinBy(p => p.Margin) : counted.MaxBy(p => p.Margin);
        return new Plain(step, whole, decisive?.Margin, decisive?.Unit ?? "", parts);
    }

    private static Verdict Leaf(Verdict verdict, decimal? margin, string unit) =>
        new BoundReason(
            BoundKind.AtLeast, verdict, line: 1, Situation.Figure("x", unit: unit),
            margin is { } value ? Reading.Number(value) : Reading.Absent(AbsenceKind.NotReported), year: 2022, bound: 0).Verdict;

    private static void AssertSame(Plain plain, Reason reason)
    {
        Assert.Equal(plain.Step, StepOf(reason));
        Assert.Equal((plain.Verdict.Proven, plain.Verdict.Claimed), (reason.Proven, reason.Claimed));
        Assert.Equal(plain.Margin, reason.Margin);
        Assert.Equal(plain.Margin is null && plain.Step != Step.Leaf ? "" : plain.Unit, reason.Unit);
        Assert.Equal(plain.Parts.Length, reason.Parts.Length);
        foreach (var (part, other) in plain.Parts.Zip(reason.Parts))
        {
            AssertSame(part, other);
        }
    }

    private static Step StepOf(Reason reason) => reason switch
    {
        CombinedReason { OneIsEnough: true } => Step.Any,
        CombinedReason => Step.All,
        UpperReason => Step.Upper,
        _ => Step.Leaf,
    };

    private enum Step
    {
        Leaf,
        All,
        Any,
        Upper,
    }

    // A simple model of the real reasons, which computes at once what they compute when asked.
    private sealed record Plain(Step Step, Verdict Verdict, decimal? Margin, string Unit, Plain[] Parts);
}
