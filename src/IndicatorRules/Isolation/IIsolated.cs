using System.Collections.Immutable;
using IndicatorRules.Judging;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Scripting;
using IndicatorRules.Workers;

namespace IndicatorRules.Isolation;

/// <summary>Runs the scripts of schemes in another process. Safe on any thread.</summary>
internal interface IIsolated : IDisposable
{
    /// <summary>What all scripts of a scheme say.</summary>
    /// <exception cref="WorkerGoneException">No answer, or none that can be used.</exception>
    Judgement Judge(JudgingJob job, CancellationToken cancellationToken);

    /// <summary>The printed targets that a scheme's rules do not ask for.</summary>
    /// <exception cref="WorkerGoneException">No answer, or none that can be used.</exception>
    ImmutableArray<Diagnostic> PrintedTargets(CompiledScheme compiled, CancellationToken cancellationToken);
}
