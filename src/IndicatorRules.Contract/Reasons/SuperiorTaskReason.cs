using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Reasons;

/// <summary>The superior's task: a figure of it, so many done of so many, or its description. Immutable.</summary>
public sealed class SuperiorTaskReason : FigureReason
{
    internal SuperiorTaskReason(Verdict verdict, int line, FigureInfo figure, int year, SuperiorTaskFigure task)
        : base(verdict, line, figure, task.Actual, year) => (State, Task, Text) = (SuperiorTaskState.Figures, task, task.Name);

    internal SuperiorTaskReason(
        SuperiorTaskState state, Verdict verdict, int line, FigureInfo figure, Reading reading, int year, string text)
        : base(verdict, line, figure, reading, year) => (State, Text) = (state, text);

    /// <summary>What the facts say of the task.</summary>
    public SuperiorTaskState State { get; }

    /// <summary>The figure that was set, beside what was reached; null where the reading is a quota, or words say it all.</summary>
    public SuperiorTaskFigure? Task { get; }

    /// <summary>The name of the figure, or the words of the source; empty where there are none.</summary>
    public string Text { get; }

    /// <inheritdoc/>
    public override decimal? Margin => State != SuperiorTaskState.Figures || Proven == Status.Undetermined ? null
        : Task is { } task ? Distance.To(task.AtMost ? BoundKind.AtMost : BoundKind.AtLeast, task.Actual.Interval, task.Required)
        : Reading!.Done - Reading.Assigned;

    /// <inheritdoc/>
    public override string Unit => Task?.Unit ?? (State == SuperiorTaskState.Figures ? Reading!.QuotaUnit : Figure.Unit);
}
