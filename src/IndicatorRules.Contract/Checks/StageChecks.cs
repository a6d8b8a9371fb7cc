using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Reasons;
using IndicatorRules.Contract.Quantities;

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
        var declared = row.InFacts(row.Own, year, new($"{target.Year} 年目标：{target.Text}", $"target of {target.Year}: {target.Text}"), null);
        if (!target.SuperiorTask && now.Exists(IsTask))
        {
            yield return Contradiction(ContradictionKind.StageDropsTask, asked, declared, target);
        }

        var own = now.Where(f => f.Figure is { IsItem: false }).ToList();
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

    private static bool IsWeaker(DeclaredTarget target, Reason now) => now.Clause switch
    {
        Clause.AtLeast or Clause.MoreThan => target.AtLeast < now.Threshold,
        Clause.AtMost or Clause.LessThan => target.AtMost > now.Threshold,
        _ => false,
    };

    private static bool IsTask(Reason reason) => reason.Clause
        is Clause.TaskAtLeast or Clause.TaskAtMost or Clause.TaskQuota or Clause.TaskSaid or Clause.TaskNoneSet or Clause.TaskNotStated;

    private static FoundContradiction Contradiction(ContradictionKind kind, Origin one, Origin other, DeclaredTarget target) =>
        new() { Kind = kind, Origins = [one, other], Year = target.Year };
}
