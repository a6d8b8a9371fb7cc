using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Rules;

namespace IndicatorRules.Contract.Reasons;

/// <summary>A figure that was set from above beside what was reached; the figure's own unit. Immutable.</summary>
internal sealed class SuperiorTaskReason(Verdict verdict, int line, FigureInfo figure, int year, SuperiorTaskFigure task)
    : FigureReason(task.AtMost ? Clause.TaskAtMost : Clause.TaskAtLeast, verdict, line, figure, task.Actual, year)
{
    public override string Text => task.Name;

    public override decimal? Threshold => task.Required;

    public override decimal? Margin =>
        Proven == Status.Undetermined ? null : MarginOf(Clause, task.Actual.Interval, task.Required, task.Required);

    public override string Unit => task.Unit;
}
