using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Judging;

/// <summary>Runs the scripts of schemes, in this process or isolated in another. Safe on any thread.</summary>
internal interface IScriptRunner
{
    /// <summary>Whether they run in another process.</summary>
    bool IsIsolated { get; }

    /// <summary>What the scripts say; null with a diagnostic where the other process gave no answer.</summary>
    Judgement? Judge(JudgingJob job, DiagnosticBag bag, CancellationToken cancellationToken);
}
