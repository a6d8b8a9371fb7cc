using System.Collections.Concurrent;
using System.Collections.Immutable;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Evaluating;

/// <summary>Has rules judged, here or by the host's evaluator; an evaluator's failure is a diagnostic, three in a row set a scheme aside.</summary>
/// <remarks>Safe on any thread.</remarks>
internal sealed class EvaluationGuard(RuleEvaluator? evaluator)
{
    private const int Patience = 3;

    private readonly ConcurrentDictionary<string, int> _failures = new(StringComparer.Ordinal);

    /// <summary>Whether the rules run elsewhere.</summary>
    internal bool IsApart => evaluator is not null;

    /// <summary>What the rules say; empty with a diagnostic where they could not be asked.</summary>
    internal ImmutableArray<RowVerdicts> Judge(EvaluationJob job, DiagnosticBag bag, CancellationToken cancellation)
    {
        if (evaluator is null)
        {
            return RowJudge.Judge(job, cancellation);
        }

        var scheme = job.Compiled.Scheme;
        var content = string.Concat(scheme.Lineage().Select(s => s.Hash));
        var location = new Location(Path.Combine(scheme.Folder, "scheme.json"));
        if (_failures.GetValueOrDefault(content) is var failures and >= Patience)
        {
            bag.Add(DiagnosticCatalog.EvaluationQuarantined, location, scheme.Id, $"{failures}");
            return [];
        }

        try
        {
            var rows = evaluator.Evaluate(job, cancellation);
            _failures.TryRemove(content, out _);
            return rows;
        }
        catch (EvaluationException e)
        {
            _failures.AddOrUpdate(content, 1, (_, before) => before + 1);
            bag.Add(DiagnosticCatalog.EvaluationFailed, location, scheme.Id, e.What);
            return [];
        }
    }
}
