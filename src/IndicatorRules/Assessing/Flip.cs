using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Assessing;

/// <summary>The smallest change of one figure that would turn a verdict. Immutable.</summary>
/// <param name="Reason">A reason that judges the figure.</param>
/// <param name="Change">The signed change of the figure, in <see cref="Reason.Unit"/>.</param>
/// <param name="Beyond">Whether the figure must go beyond <paramref name="Change"/>, not just reach it.</param>
/// <param name="To">The status that the indicator would then have.</param>
internal sealed record Flip(Reason Reason, decimal Change, bool Beyond, Status To)
{
    /// <summary>
    /// The smallest change, if one figure alone can turn the verdict; null otherwise. Of figures in different units, which cannot
    /// be compared, takes the first in the rule.
    /// </summary>
    /// <param name="root">The reason of the verdict as a whole.</param>
    public static Flip? Of(Reason root)
    {
        var all = Each(root);
        return all.IsEmpty ? null
            : all.Where(flip => flip.Reason.Unit == all[0].Reason.Unit).MinBy(flip => Math.Abs(flip.Change));
    }

    /// <summary>Every figure that alone can turn the verdict, with the smallest change that does, in the order of the rule.</summary>
    /// <param name="root">The reason of the verdict as a whole.</param>
    public static ImmutableArray<Flip> Each(Reason root)
    {
        ArgumentNullException.ThrowIfNull(root);
        return
        [
            .. Leaves(root)
                // Short of such a number nothing is certain.
                .Where(leaf => leaf is not AboutReason)
                .Where(leaf => leaf is { Margin: not null, Proven: Status.Met or Status.NotMet })
                .Select(leaf => Move.Turning(leaf))
                // A rule that doubles itself has one leaf thousands of times, and testing a move walks through all of them.
                .DistinctBy(move => (Move.FigureOf(move.Leaf), move.Change, move.Beyond, move.Step))
                .Select(move => new Flip(move.Leaf, move.Change, move.Beyond, move.After(root)))
                .Where(flip => flip.To != root.Claimed && flip.To is Status.Met or Status.NotMet)
                .GroupBy(flip => Move.FigureOf(flip.Reason))
                .Select(flips => flips.MinBy(flip => Math.Abs(flip.Change))!),
        ];
    }

    /// <summary>The change and its effect, in words.</summary>
    /// <param name="from">The status now.</param>
    /// <param name="language">The language.</param>
    public string Sentence(Status from, Language language) => new FlipWriter(language).Write(this, from);

    /// <summary>Whether a falling figure improves the reason's status.</summary>
    internal static bool HelpedByFall(Reason leaf) => ClauseWriter.IsUpperLimit(leaf) ?? leaf
        is CourseReason { Course: Course.ChangeAtMost }
        or CourseReason { Course: Course.StableOrImproving or Course.Improving, Figure.Direction: Direction.Lower };

    private static IEnumerable<Reason> Leaves(Reason reason) =>
        reason.Parts.IsEmpty ? [reason] : reason.Parts.SelectMany(Leaves);

    /// <summary>A change of one reason's figure that is just large enough to turn that reason.</summary>
    private sealed record Move(Reason Leaf, decimal Change, bool Beyond, int Step)
    {
        internal static Move Turning(Reason leaf)
        {
            var met = leaf.Proven == Status.Met;
            return new Move(leaf, -leaf.Margin!.Value * Rising(leaf), met != Strict(leaf), met ? -Rising(leaf) : Rising(leaf));
        }

        internal static (string? Id, bool? IsItem, string Task, string Unit) FigureOf(Reason leaf) =>
            leaf is FigureReason { Figure: var figure } ? (figure.Id, figure.IsItem, TaskOf(leaf), leaf.Unit) : (null, null, "", leaf.Unit);

        // Evaluates the verdict again: the change affects every reason about the same figure.
        internal Status After(Reason reason)
        {
            if (reason.Parts.IsEmpty)
            {
                return reason.Margin is not null && FigureOf(reason) == FigureOf(Leaf) ? AfterOn(reason) : reason.Claimed;
            }

            var parts = reason.Parts.Select(After).ToList();
            return reason switch
            {
                CombinedReason { OneIsEnough: false } => parts.Aggregate((a, b) => (new Verdict(a) & new Verdict(b)).Claimed),
                CombinedReason => parts.Aggregate((a, b) => (new Verdict(a) | new Verdict(b)).Claimed),
                WhenReason when parts[0] == Status.Met => parts[1],
                WhenReason when parts[0] == Status.NotMet => parts[2],
                WhenReason when parts[0] == Status.NotApplicable => Status.NotApplicable,
                WhenReason => parts[1] == parts[2] ? parts[1] : Status.Undetermined,
                ReadingsReason => parts.TrueForAll(p => p == parts[0]) ? parts[0] : Status.Undetermined,
                UpperReason => parts[0],
                _ => reason.Claimed,
            };
        }

        // Uses the sign of the new margin only: the sum may exceed the range of a decimal.
        private Status AfterOn(Reason leaf)
        {
            if (leaf is AboutReason about)
            {
                return about.After(Change);
            }

            if (leaf is RangeReason { Reading: { Low: { } least, High: { } most }, Low: var low, High: var high })
            {
                return Holds((least - low).CompareTo(-Change), 1, leaf) && Holds((high - most).CompareTo(Change), -1, leaf)
                    ? Status.Met : Status.NotMet;
            }

            return Holds(leaf.Margin!.Value.CompareTo(-Change * Rising(leaf)), Rising(leaf), leaf) ? Status.Met : Status.NotMet;
        }

        private bool Holds(int sign, int rising, Reason leaf) => sign > 0 || (sign == 0 && (Beyond ? Step * rising > 0 : !Strict(leaf)));

        // Figures of one task may have no name or the same name; their units distinguish them.
        private static string TaskOf(Reason leaf) =>
            leaf is SuperiorTaskReason { State: SuperiorTaskState.Figures } task ? $"task {task.Text}" : "";

        private static bool Strict(Reason leaf) => leaf
            is BoundReason { Kind: BoundKind.MoreThan or BoundKind.LessThan }
            or OtherFigureReason { Kind: BoundKind.MoreThan or BoundKind.LessThan }
            or CourseReason { Course: Course.Improving };

        // 1 when a rising figure improves the status, -1 when a falling one does.
        private static int Rising(Reason leaf) => HelpedByFall(leaf)
            || (leaf is RangeReason { High: var high, Margin: { } margin } range && range.Reading?.High == high - margin) ? -1 : 1;
    }
}

/// <summary>A flip → one sentence, in one language.</summary>
internal sealed class FlipWriter(Language language)
{
    private readonly Wording _words = new(language);

    internal string Write(Flip flip, Status from)
    {
        var (f, change) = (flip.Reason, flip.Change);
        var (name, to) = (NameOf(f), _words.Of(flip.To));
        var isUp = change > 0 || (change == 0 && IsUpAtTheLimit(flip));
        if (change == 0)
        {
            return Say($"{name}正好压线，再{(isUp ? "高" : "低")}一点即{to}",
                $"{name}: exactly at the limit, any {(isUp ? "higher" : "lower")} gives {to}");
        }

        var by = _words.Difference(Wording.Number(Math.Abs(change), against: null), f.Unit);
        var at = CriticalAt(flip) is { } critical
            ? Wording.WithUnit(f is OnTrackReason ? Wording.Number(critical, against: null) : Wording.Number(critical), f.Unit) : "";
        if (from == Status.Met)
        {
            return Say(
                $"{name}余量 {by}：{_words.Then(Crossing(flip, isUp, at, by), $"即{to}")}",
                $"{name}: {by} to spare, {CrossingEn(flip, isUp, at, by)} gives {to}");
        }

        var (zh, en) = at.Length == 0 ? ("", "") : flip.Beyond
            ? ($"（{(isUp ? "高于" : "低于")} {at}）", $" ({(isUp ? "above" : "below")} {at})")
            : ($"（到 {at}）", $" (to {at})");
        return Say(
            $"{name}再{(isUp ? "提高" : "降低")} {(flip.Beyond && at.Length == 0 ? _words.Then(by, "以上") : by)}{zh}即{to}",
            $"{name}: {(isUp ? "up" : "down")} by {(flip.Beyond && at.Length == 0 ? "more than " : "")}{by}{en} gives {to}");
    }

    private string Crossing(Flip flip, bool isUp, string at, string by) => at.Length > 0
        ? flip.Beyond ? $"{(isUp ? "高于" : "低于")} {at}" : $"{(isUp ? "升到" : "降到")} {at}"
        : $"再{(isUp ? "提高" : "降低")} {(flip.Beyond ? _words.Then(by, "以上") : by)}";

    private static string CrossingEn(Flip flip, bool isUp, string at, string by) => at.Length > 0
        ? flip.Beyond ? $"{(isUp ? "above" : "below")} {at}" : $"{(isUp ? "rising" : "falling")} to {at}"
        : $"{(isUp ? "up" : "down")} by {(flip.Beyond ? "more than " : "")}{by}";

    // The value at which the verdict turns, for a figure that is a single number.
    private static decimal? CriticalAt(Flip flip) => flip.Reason switch
    {
        BoundReason f => f.Bound,
        OtherFigureReason f => f.Bound,
        OnTrackReason f => f.Required,
        SuperiorTaskReason f => f.Task?.Required ?? f.Reading?.Assigned,
        RangeReason f => f.Margin is { } margin && f.Reading?.High == f.High - margin ? f.High : f.Low,
        _ => null,
    };

    // At the limit itself, a step up or down turns the reason, depending on whether it is met.
    private static bool IsUpAtTheLimit(Flip flip)
    {
        var helps = !Flip.HelpedByFall(flip.Reason) && !(flip.Reason is RangeReason range && range.Reading?.High == range.High);
        return helps == (flip.Reason.Proven == Status.NotMet);
    }

    // The figure of a superior's task has the task's name, not the row's.
    private string NameOf(Reason reason) => reason switch
    {
        SuperiorTaskReason { Task: null } => Say("上级任务完成数", "superior's task, done"),
        SuperiorTaskReason { Text.Length: > 0 } f => Say($"上级任务“{f.Text}”", $"superior's task “{f.Text}”"),
        SuperiorTaskReason => Say("上级任务完成数", "superior's task"),
        FigureReason { Figure.OfYear: { } year } f => Say($"{year} 年“{f.Figure.Name.Zh}”", $"{f.Figure.Name.En} in {year}"),
        FigureReason f => Say($"“{f.Figure.Name.Zh}”", f.Figure.Name.En),
        _ => Say("现状值", "value"),
    };

    private string Say(string zh, string en) => _words.Say(zh, en);
}
