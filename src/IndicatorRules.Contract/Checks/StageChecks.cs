using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Quantities;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Contract.Checks;

/// <summary>Dated targets that the facts declare, held against what the scheme asks now and what is reached already.</summary>
internal static class StageChecks
{
    private static readonly string[] Staying =
    [
        "保持稳定", "基本稳定", "稳定", "不降低", "不下降", "不减少", "不增加", "不上升", "不恶化", "维持", "保持",
    ];

    private static readonly string[] Improving =
    [
        "提高", "提升", "改善", "增加", "增长", "上升", "下降", "降低", "减少", "优化", "好转",
    ];

    internal static Contradictions AsksLess(CheckedRow row, int year)
    {
        if (row.Facts is not { Targets.IsEmpty: false } facts)
        {
            return default;
        }

        var now = Leaves.Of(row.Reason).ToList();
        return new([.. facts.Targets.Where(t => t.Year > year).SelectMany(t => Found(row, t, now, year))]);
    }

    private static IEnumerable<FoundContradiction> Found(CheckedRow row, DeclaredTarget target, List<Reason> now, int year)
    {
        var asked = row.InScheme(row.Own, row.Own.Target);
        var declared = row.InFacts(
            row.Own, year, new($"{target.Year} 年目标：{target.Text}", $"target of {target.Year}: {target.Text}"), null);
        if (!target.SuperiorTask && now.Exists(r => r is SuperiorTaskReason))
        {
            yield return Contradiction(ContradictionKind.StageDropsTask, asked, declared, target);
        }

        foreach (var part in Parts(row, target, [.. Leaves.Needed(row.Reason)], declared))
        {
            yield return part;
        }

        var own = now.OfType<FigureReason>().Where(f => !f.Figure.IsItem).ToList();
        if (own.Count > 0 && own.TrueForAll(f => f is CourseReason { Course: Course.Improving }) && StaysOnly(target))
        {
            yield return Contradiction(ContradictionKind.StageStaysOnly, asked, declared, target);
        }

        if (own.Exists(f => IsWeaker(target, f)))
        {
            yield return Contradiction(ContradictionKind.StageBelowTarget, asked, declared, target);
        }
        else if (row.Facts!.Own.Value is { IsNumeric: true } value && (value.Low > target.AtLeast || value.High < target.AtMost))
        {
            var reached = row.InFacts(row.Own, year, FigureQuantity.Said(value, row.Own.Figure.Unit), row.Facts.Own.Source);
            yield return Contradiction(ContradictionKind.StageBelowValue, reached, declared, target);
        }
    }

    // What the words of the target say of each item, and what they leave out.
    private static IEnumerable<FoundContradiction> Parts(CheckedRow row, DeclaredTarget target, List<Reason> needed, Origin declared)
    {
        var course = needed.OfType<CourseReason>().FirstOrDefault(f => !f.Figure.IsItem
            && f.Course is Course.StableOrImproving or Course.Improving or Course.NotReduced);
        if (course is not null && needed.Count > 1 && target is { AtLeast: null, AtMost: null }
            && !Staying.Concat(Improving).Any(w => target.Text.Contains(w, StringComparison.Ordinal)))
        {
            yield return Contradiction(ContradictionKind.StageDropsPart, row.InScheme(row.Own, Words(course.Course)), declared, target);
        }

        // Only where it gives some items their numbers does a target leave out others.
        var items = row.Items.Select(i => (Info: i, At: Mention(target.Text, i, row))).ToList();
        foreach (var (info, at) in items.Any(i => i.At >= 0 && NumberAfter(target.Text, i.At) is not null) ? items : [])
        {
            var asked = needed.OfType<FigureReason>().FirstOrDefault(f => f.Figure.Id == info.Figure.Id);
            if (at < 0 && asked is not null)
            {
                yield return Contradiction(
                    ContradictionKind.StageDropsPart, row.InScheme(info, info.Figure.Name), declared, target);
            }
            else if (at >= 0 && asked is BoundReason { Bound: var bound, Kind: var kind } && NumberAfter(target.Text, at) is { } number
                && (kind is BoundKind.AtLeast or BoundKind.MoreThan ? number < bound : number > bound))
            {
                var said = $"{info.Figure.Name.Zh} {Reading.Plain(bound)}";
                yield return Contradiction(
                    ContradictionKind.StageBelowTarget,
                    row.InScheme(info, new(said, $"{info.Figure.Name.En} {Reading.Plain(bound)}")), declared, target);
            }
        }
    }

    private static LocalizedText Words(Course course) => course switch
    {
        Course.Improving => new("持续改善", "improving"),
        Course.NotReduced => new("不减少", "not reduced"),
        _ => new("保持稳定或持续改善", "stable or improving"),
    };

    // Behind the item's name, or a part of it: 秸秆 of 秸秆综合利用率, which ends as its row does. Negative where it is not named.
    private static int Mention(string text, CheckedFigureInfo item, CheckedRow row)
    {
        var (name, whole) = (item.Figure.Name.Zh, row.Own.Figure.Name.Zh);
        var shared = 0;
        while (shared < Math.Min(name.Length, whole.Length) - 1 && name[^(shared + 1)] == whole[^(shared + 1)])
        {
            shared++;
        }

        // 粪污 of 畜禽粪污综合利用率, where no other item has these two characters.
        var own = name[..^shared];
        var pairs = Enumerable.Range(0, Math.Max(0, own.Length - 1)).Select(i => own.Substring(i, 2))
            .Where(pair => row.Items.Count(i => i.Figure.Name.Zh.Contains(pair, StringComparison.Ordinal)) == 1);
        foreach (var called in (string[])[name, own, .. pairs])
        {
            if (called.Length > 1 && text.IndexOf(called, StringComparison.Ordinal) is >= 0 and var at)
            {
                return at + called.Length;
            }
        }

        return -1;
    }

    // The first number before the next separator; a year is none.
    private static decimal? NumberAfter(string text, int at)
    {
        while (at < text.Length && !"，,；;。\n".Contains(text[at], StringComparison.Ordinal))
        {
            var end = at;
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] == '.' && end > at)))
            {
                end++;
            }

            if (end > at && (end == text.Length || text[end] != '年'))
            {
                return ExactDecimal.TryParse(text.AsSpan(at, end - at), out var number) ? number : null;
            }

            at = Math.Max(end, at + 1);
        }

        return null;
    }

    // 保持稳定, 不降低: words that ask to stay, and none that ask to improve.
    private static bool StaysOnly(DeclaredTarget target)
    {
        var rest = Staying.Aggregate(target.Text, (text, word) => text.Replace(word, "", StringComparison.Ordinal));
        return target is { AtLeast: null, AtMost: null, SuperiorTask: false } && rest.Length < target.Text.Length
            && !Improving.Any(word => rest.Contains(word, StringComparison.Ordinal));
    }

    private static bool IsWeaker(DeclaredTarget target, FigureReason now)
    {
        if (now is RangeReason range)
        {
            return target.AtLeast < range.Low || target.AtMost > range.High;
        }

        var (kind, bound) = now switch
        {
            BoundReason b => (b.Kind, b.Bound),
            OtherFigureReason o => (o.Kind, o.Bound),
            _ => (default, (decimal?)null),
        };
        return kind is BoundKind.AtLeast or BoundKind.MoreThan ? target.AtLeast < bound : target.AtMost > bound;
    }

    private static FoundContradiction Contradiction(ContradictionKind kind, Origin one, Origin other, DeclaredTarget target) =>
        new() { Kind = kind, Origins = [one, other], Year = target.Year };
}
