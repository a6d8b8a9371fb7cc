using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Facts;

/// <summary>Holds what is said of a superior's task against the figures that are given beside it: figures decide, and a claim is not dropped in silence.</summary>
internal static class TaskClaims
{
    /// <summary>Reports a claim that the figures do not bear out.</summary>
    /// <param name="said">What is said besides the figures.</param>
    /// <param name="task">The task with its figures.</param>
    /// <param name="at">Where it is said.</param>
    /// <param name="bag">Takes the diagnostics.</param>
    internal static void Compare(TaskState said, TaskFacts task, Location at, DiagnosticBag bag)
    {
        var word = said switch
        {
            TaskState.NoneSet => new LocalizedText("未下达", "none set"),
            TaskState.SaidCompleted => new LocalizedText("已完成", "completed"),
            _ => new LocalizedText("未完成", "not completed"),
        };
        var reached = task.Figures
            .Select(f => f.AtMost ? f.Actual.Interval.AtMost(f.Required) : f.Actual.Interval.AtLeast(f.Required))
            .Aggregate(Status.NotApplicable, Verdict.All);
        if (said == TaskState.NoneSet)
        {
            bag.Add(DiagnosticCatalog.FactsTaskTwice, at, word);
        }
        else if (reached != (said == TaskState.SaidCompleted ? Status.Met : Status.NotMet))
        {
            bag.Add(DiagnosticCatalog.FactsTaskDiffers, at, word);
        }
    }
}
