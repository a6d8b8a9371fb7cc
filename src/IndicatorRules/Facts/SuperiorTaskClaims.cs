using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Facts;

/// <summary>
/// Holds what is said of a superior's task against the figures that are given beside it: figures decide, and a claim is not dropped in
/// silence.
/// </summary>
internal static class SuperiorTaskClaims
{
    /// <summary>Reports a figure whose name is there already; true where the whole figure is.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="read">Those before it, each with where it is.</param>
    /// <param name="at">Where it is.</param>
    /// <param name="bag">Takes the diagnostics.</param>
    internal static bool IsTwice(SuperiorTaskFigure figure, IEnumerable<(SuperiorTaskFigure Figure, Location At)> read, Location at, DiagnosticBag bag)
    {
        Location? namesake = null;
        foreach (var (before, other) in read)
        {
            if (before == figure)
            {
                bag.Add(DiagnosticCatalog.FactsTwiceAlike, at, Named(figure), other.Beside(at));
                return true;
            }

            namesake ??= figure.Name.Length > 0 && IsOtherOf(before, figure) ? other : null;
        }

        if (namesake is not null)
        {
            bag.Add(DiagnosticCatalog.FactsTaskFigureTwice, at, Named(figure), namesake.Beside(at));
        }

        return false;
    }

    /// <summary>Whether two figures say different things of one: name, unit and side are the same.</summary>
    private static bool IsOtherOf(SuperiorTaskFigure one, SuperiorTaskFigure other) =>
        one.Name == other.Name && UnitName.Same(one.Unit, other.Unit) && one.AtMost == other.AtMost;

    private static LocalizedText Named(SuperiorTaskFigure figure) => figure.Name.Length == 0
        ? new("上级任务的任务数", "The task's figure")
        : new($"上级任务“{figure.Name}”", $"The task's figure `{figure.Name}`");

    /// <summary>Reports a claim that the figures do not bear out.</summary>
    /// <param name="said">What is said besides the figures.</param>
    /// <param name="task">The task with its figures.</param>
    /// <param name="at">Where it is said.</param>
    /// <param name="bag">Takes the diagnostics.</param>
    internal static void Compare(SuperiorTaskState said, SuperiorTaskFacts task, Location at, DiagnosticBag bag)
    {
        var word = said switch
        {
            SuperiorTaskState.NoneSet => new LocalizedText("未下达", "none set"),
            SuperiorTaskState.SaidCompleted => new LocalizedText("已完成", "completed"),
            _ => new LocalizedText("未完成", "not completed"),
        };
        var reached = task.Figures
            .Select(f => f.AtMost ? f.Actual.Interval.AtMost(f.Required) : f.Actual.Interval.AtLeast(f.Required))
            .Aggregate(Status.NotApplicable, Verdict.All);
        if (said == SuperiorTaskState.NoneSet)
        {
            bag.Add(DiagnosticCatalog.FactsTaskTwice, at, word);
        }
        else if (reached != (said == SuperiorTaskState.SaidCompleted ? Status.Met : Status.NotMet))
        {
            bag.Add(DiagnosticCatalog.FactsTaskDiffers, at, word);
        }
    }
}
