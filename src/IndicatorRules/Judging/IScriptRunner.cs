using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Judging;

/// <summary>Runs the scripts of schemes, in this process or isolated in another. Safe on any thread.</summary>
internal interface IScriptRunner
{
    bool IsIsolated { get; }

    /// <summary>Runs the scripts; null, with a diagnostic, when the other process gave no answer.</summary>
    Judgement? Judge(JudgingJob job, DiagnosticBag bag, CancellationToken cancellationToken);
}
