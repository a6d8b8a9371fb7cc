using System.Collections.Immutable;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Workers;

namespace IndicatorRules.Evaluating;

/// <summary>
/// Has rules judged, here or by the host's evaluator; an evaluator's failure is a diagnostic, three in a row set a scheme aside.
/// </summary>
/// <remarks>Safe on any thread.</remarks>
internal sealed class EvaluationGuard(RuleEvaluator? evaluator, TimeProvider? clock = null)
{
    private readonly WorkerFailures _failures = new(clock ?? TimeProvider.System);

    /// <summary>Whether the rules run elsewhere.</summary>
    internal bool IsApart => evaluator is not null;

    /// <summary>Lets what failed be tried again at once.</summary>
    internal void Forgive() => _failures.Forgive();

    /// <summary>What the rules say; empty with a diagnostic where they could not be asked.</summary>
    internal ImmutableArray<RowVerdicts> Judge(EvaluationJob job, DiagnosticBag bag, CancellationToken cancellationToken)
    {
        if (evaluator is null)
        {
            return RowJudge.Judge(job, cancellationToken);
        }

        var scheme = job.Compiled.Scheme;
        var content = string.Concat(scheme.Lineage().Select(s => s.Hash));
        var location = new Location(Path.Combine(scheme.Folder, "scheme.json"));
        if (_failures.Standing(content) is { } last)
        {
            Tell(last);
            return [];
        }

        try
        {
            var rows = Evaluate(evaluator, job, cancellationToken);
            _failures.Forget(content);
            return rows;
        }
        catch (EvaluationException e)
        {
            _failures.Note(content, e.Fault, e.What, static () => true);
            Tell(new WorkerFailure(e.Fault, e.What, 1, 0, default));
            return [];
        }

        void Tell(WorkerFailure failure)
        {
            if (failure.IsAside)
            {
                bag.Add(DiagnosticCatalog.EvaluationQuarantined, location, scheme.Id, $"{failure.Blamed}", failure.Cause);
            }
            else
            {
                bag.Add(DiagnosticCatalog.EvaluationFailed, location, scheme.Id, failure.Cause);
            }
        }
    }

    // A process that ended says little of the rules: another is asked once more. One that took its time is not.
    private static ImmutableArray<RowVerdicts> Evaluate(RuleEvaluator evaluator, EvaluationJob job, CancellationToken cancellationToken)
    {
        try
        {
            return evaluator.Evaluate(job, cancellationToken);
        }
        catch (EvaluationException e) when (e.Fault is WorkerFault.Killed or WorkerFault.Died)
        {
            return evaluator.Evaluate(job, cancellationToken);
        }
    }
}
