using System.Collections.Immutable;
using IndicatorRules.Checking;
using IndicatorRules.Judging;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Scripting;
using IndicatorRules.Workers;

namespace IndicatorRules.Isolation;

/// <summary>
/// Runs scripts here, or in the isolated process of the host. A failure of that process is a diagnostic; three in a row set a scheme aside.
/// </summary>
/// <param name="isolated">The other process; null to run scripts here.</param>
/// <param name="clock">The clock for when a scheme that was set aside is retried.</param>
internal sealed class ScriptRunner(IIsolated? isolated, TimeProvider clock) : IScriptRunner, IDisposable
{
    private readonly WorkerFailures _failures = new(clock);

    public bool IsIsolated => isolated is not null;

    /// <summary>The other process; null when scripts run here.</summary>
    internal IIsolated? Isolated => isolated;

    /// <summary>Allows retries of all failures at once.</summary>
    internal void Forgive() => _failures.Forgive();

    public Judgement? Judge(JudgingJob job, DiagnosticBag bag, CancellationToken cancellationToken) => isolated is null
        ? SchemeScripts.Judge(job, cancellationToken)
        : Ask(job.Compiled.Scheme, bag, () => isolated.Judge(job, cancellationToken));

    /// <summary>Warnings of printed targets that the rules do not test; empty when the process gave no answer.</summary>
    internal ImmutableArray<Diagnostic> PrintedTargets(CompiledScheme compiled, CancellationToken cancellationToken) => isolated is null
        ? Checking.PrintedTargets.Validate(compiled, cancellationToken)
        : [.. Ask(compiled.Scheme, new DiagnosticBag(), () => isolated.PrintedTargets(compiled, cancellationToken).ToArray()) ?? []];

    public void Dispose() => isolated?.Dispose();

    private T? Ask<T>(Scheme scheme, DiagnosticBag bag, Func<T> question)
        where T : class
    {
        var content = string.Concat(scheme.Lineage().Select(s => s.Hash));
        if (_failures.Standing(content) is { } last)
        {
            Report(last, scheme, bag);
            return null;
        }

        try
        {
            var answer = Ask(question);
            _failures.Forget(content);
            return answer;
        }
        catch (WorkerGoneException e)
        {
            var what = ErrorOutput.With(e.What, e.LastWords);
            _failures.Note(content, e.Fault, what, static () => true);
            Report(new WorkerFailure(e.Fault, what, 1, 0, default), scheme, bag);
            return null;
        }
    }

    // A process that died says little about the scripts: retry once. One that was late is not retried.
    private static T Ask<T>(Func<T> question)
    {
        try
        {
            return question();
        }
        catch (WorkerGoneException e) when (e.Fault is WorkerFault.Killed or WorkerFault.Died)
        {
            return question();
        }
    }

    private static void Report(WorkerFailure failure, Scheme scheme, DiagnosticBag bag)
    {
        var location = new Location(Path.Combine(scheme.Folder, "scheme.json"));
        if (failure.IsAside)
        {
            bag.Add(DiagnosticCatalog.IsolationQuarantined, location, scheme.Id, $"{failure.Blamed}", failure.Cause);
        }
        else
        {
            bag.Add(DiagnosticCatalog.IsolationFailed, location, scheme.Id, failure.Cause);
        }
    }
}
