using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Quantities;
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
