using System.Runtime.CompilerServices;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Findings;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Rules;

/// <summary>The superior's task (上级任务) of the indicator judged.</summary>
public sealed class SuperiorTask
{
    private readonly RuleContext _owner;

    internal SuperiorTask(RuleContext owner) => _owner = owner;

    /// <summary>完成上级规定的任务: every figure set was reached.</summary>
    /// <remarks>
    /// NotApplicable where none was set, or where there is nothing of the kind; Declared where the facts say "completed"
    /// without figures; Undetermined where nothing is said.
    /// </remarks>
    /// <param name="line">Filled in by the compiler.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public Verdict Completed([CallerLineNumber] int line = 0)
    {
        var task = _owner.Task;
        return task.State switch
        {
            _ when _owner.Outlook => Said(Clause.TaskNotStated, Status.Undetermined, Status.Undetermined, line),
            TaskState.Figures when !task.Figures.IsEmpty => Figures(task, line),
            TaskState.NoneSet => Said(Clause.TaskNoneSet, NoneSet, NoneSet, line),
            _ when Absence is not Status.Undetermined => Said(Clause.DoesNotApply, Absence, Absence, line),
            _ when !_owner.Fact.IsNumber && _owner.Fact.Value is { Kind: ReadingKind.Quota, Assigned: > 0 } => Quota(_owner.Fact.Value, line),
            TaskState.SaidCompleted => Said(Clause.TaskSaid, Status.Undetermined, Status.Met, line),
            TaskState.SaidNotCompleted => Said(Clause.TaskSaid, Status.Undetermined, Status.NotMet, line),
            _ => Said(Clause.TaskNotStated, Status.Undetermined, _owner.Bound.Reported, line),
        };
    }

    private Status NoneSet => _owner.Info.Absence[AbsenceKind.NotAssessed];

    private Status Absence => _owner.Bound.Absence;

    private Verdict Figures(TaskFacts task, int line)
    {
        var all = new Verdict(Status.NotApplicable);
        foreach (var figure in task.Figures)
        {
            all &= Figure(figure, line);
        }

        return all;
    }

    private Verdict Figure(TaskFigure figure, int line)
    {
        var actual = figure.Actual;
        var proven = figure.AtMost ? actual.Interval.AtMost(figure.Required) : actual.Interval.AtLeast(figure.Required);
        var claimed = actual.IsNumeric ? proven : _owner.Bound.Reported;
        if (!_owner.WithReasons)
        {
            return new Verdict(proven, claimed);
        }

        return Explained(new Finding
        {
            Clause = figure.AtMost ? Clause.TaskAtMost : Clause.TaskAtLeast,
            Proven = proven,
            Claimed = claimed,
            Line = line,
            Figure = _owner.Info,
            Reading = actual,
            Year = _owner.Year,
            Text = figure.Name,
            Threshold = figure.Required,
            Unit = figure.Unit,
            Margin = figure.AtMost ? figure.Required - actual.High : actual.Low - figure.Required,
        });
    }

    private Verdict Quota(Reading quota, int line)
    {
        var status = quota.Done >= quota.Assigned ? Status.Met : Status.NotMet;
        if (!_owner.WithReasons)
        {
            return new Verdict(status);
        }

        return Explained(Step(Clause.TaskQuota, status, status, line, margin: quota.Done - quota.Assigned));
    }

    private Verdict Said(Clause clause, Status proven, Status claimed, int line) => _owner.WithReasons
        ? Explained(Step(clause, proven, claimed, line, _owner.Task.Text))
        : new Verdict(proven, claimed);

    private Finding Step(Clause clause, Status proven, Status claimed, int line, string text = "", decimal? margin = null) => new()
    {
        Text = text,
        Margin = margin,
        Clause = clause,
        Proven = proven,
        Claimed = claimed,
        Line = line,
        Figure = _owner.Info,
        Reading = _owner.Fact.Value,
        Year = _owner.Year,
    };

    private static Verdict Explained(Finding finding) => new(finding.Proven, finding.Claimed, finding);
}
