using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Quantities;
using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Contract.Checks;

/// <summary>Dated targets that the facts declare, held against what the scheme asks now and what is reached already.</summary>
internal static class StageChecks
{
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

        if (now.OfType<FigureReason>().Any(f => !f.Figure.IsItem && IsWeaker(target, f)))
        {
            yield return Contradiction(ContradictionKind.StageBelowTarget, asked, declared, target);
        }
        else if (row.Facts!.Own.Value is { IsNumeric: true } value && (value.Low > target.AtLeast || value.High < target.AtMost))
        {
            var reached = row.InFacts(row.Own, year, FigureQuantity.Said(value, row.Own.Figure.Unit), row.Facts.Own.Source);
            yield return Contradiction(ContradictionKind.StageBelowValue, reached, declared, target);
        }
    }

    private static bool IsWeaker(DeclaredTarget target, FigureReason now)
    {
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
