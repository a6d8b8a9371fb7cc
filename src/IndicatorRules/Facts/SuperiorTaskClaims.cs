using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Facts;

/// <summary>Compares a claim about a superior's task with its figures: these decide, and a different claim is reported.</summary>
internal static class SuperiorTaskClaims
{
    /// <summary>Reports a figure that repeats the name of an earlier one; true when the whole figure is equal.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="read">The earlier figures with their locations.</param>
    /// <param name="at">The figure's location.</param>
    /// <param name="bag">Receives the diagnostics.</param>
    internal static bool IsTwice(
        SuperiorTaskFigure figure, IEnumerable<(SuperiorTaskFigure Figure, Location At)> read, Location at, DiagnosticBag bag)
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

    /// <summary>Whether two figures are about the same quantity: name, unit and direction are equal.</summary>
    private static bool IsOtherOf(SuperiorTaskFigure one, SuperiorTaskFigure other) =>
        one.Name == other.Name && UnitName.Same(one.Unit, other.Unit) && one.AtMost == other.AtMost;

    private static LocalizedText Named(SuperiorTaskFigure figure) => figure.Name.Length == 0
        ? new("上级任务的任务数", "The task's figure")
        : new($"上级任务“{figure.Name}”", $"The task's figure `{figure.Name}`");

    /// <summary>Reports a claim that the figures contradict.</summary>
    /// <param name="said">The claim.</param>
    /// <param name="task">The task with its figures.</param>
    /// <param name="at">The claim's location.</param>
    /// <param name="bag">Receives the diagnostics.</param>
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
