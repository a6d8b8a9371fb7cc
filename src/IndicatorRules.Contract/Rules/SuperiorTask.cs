using System.Runtime.CompilerServices;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Reasons;

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
            _ when _owner.Outlook => Said(SuperiorTaskState.NotStated, Status.Undetermined, Status.Undetermined, line),
            SuperiorTaskState.Figures when !task.Figures.IsEmpty => Figures(task, line),
            SuperiorTaskState.NoneSet =>
                Said(SuperiorTaskState.NoneSet, NoneSet, NoneSet == Status.Undetermined ? _owner.Bound.Reported : NoneSet, line),
            _ when Absence is not Status.Undetermined => Absent(line),
            _ when !_owner.Fact.IsNumber && _owner.Fact.Value is { Kind: ReadingKind.Quota, Assigned: > 0 } =>
                Quota(_owner.Fact.Value, line),
            SuperiorTaskState.SaidCompleted => Said(task.State, Status.Undetermined, Status.Met, line),
            SuperiorTaskState.SaidNotCompleted => Said(task.State, Status.Undetermined, Status.NotMet, line),
            _ => Said(SuperiorTaskState.NotStated, Status.Undetermined, _owner.Bound.Reported, line),
        };
    }

    private Status NoneSet => _owner.Info.Absence[AbsenceKind.NotAssessed];

    private Status Absence => _owner.Bound.Absence;

    private Verdict Figures(SuperiorTaskFacts task, int line)
    {
        var all = new Verdict(Status.NotApplicable);
        foreach (var figure in task.Figures)
        {
            all &= Figure(figure, line);
        }

        return all;
    }

    private Verdict Figure(SuperiorTaskFigure figure, int line)
    {
        var actual = figure.Actual;
        var proven = figure.AtMost ? actual.Interval.AtMost(figure.Required) : actual.Interval.AtLeast(figure.Required);
        var claimed = actual.IsNumeric ? proven : _owner.Bound.Reported;
        var verdict = new Verdict(proven, claimed);
        return _owner.WithReasons ? new SuperiorTaskReason(verdict, line, _owner.Info, _owner.Year, figure).Verdict : verdict;
    }

    private Verdict Quota(Reading quota, int line)
    {
        var status = quota.Done >= quota.Assigned ? Status.Met : Status.NotMet;
        var verdict = new Verdict(status);
        return _owner.WithReasons
            ? new SuperiorTaskReason(SuperiorTaskState.Figures, verdict, line, _owner.Info, quota, _owner.Year, text: "").Verdict
            : verdict;
    }

    private Verdict Absent(int line)
    {
        var verdict = new Verdict(Absence);
        return _owner.WithReasons ? new AbsentReason(verdict, line, _owner.Info, _owner.Fact.Value, _owner.Year).Verdict : verdict;
    }

    private Verdict Said(SuperiorTaskState state, Status proven, Status claimed, int line)
    {
        var verdict = new Verdict(proven, claimed);
        return _owner.WithReasons
            ? new SuperiorTaskReason(state, verdict, line, _owner.Info, _owner.Fact.Value, _owner.Year, _owner.Task.Text).Verdict
            : verdict;
    }
}
