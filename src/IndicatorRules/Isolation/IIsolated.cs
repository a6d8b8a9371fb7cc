using System.Collections.Immutable;
using IndicatorRules.Judging;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Scripting;
using IndicatorRules.Workers;

namespace IndicatorRules.Isolation;

/// <summary>Runs the scripts of schemes in another process. Safe on any thread.</summary>
internal interface IIsolated : IDisposable
{
    /// <summary>Runs all scripts of a scheme.</summary>
    /// <exception cref="WorkerGoneException">No answer, or an invalid one.</exception>
    Judgement Judge(JudgingJob job, CancellationToken cancellationToken);

    /// <summary>Warnings of printed targets that a scheme's rules do not test.</summary>
    /// <exception cref="WorkerGoneException">No answer, or an invalid one.</exception>
    ImmutableArray<Diagnostic> PrintedTargets(CompiledScheme compiled, CancellationToken cancellationToken);
}
