using IndicatorRules.Assessing;
using IndicatorRules.Checking;
using IndicatorRules.Judging;
using IndicatorRules.Scripting;

namespace IndicatorRules.Isolation;

/// <summary>Runs all scripts of a scheme in this process: its rules, its conclusion, its checks.</summary>
internal static class SchemeScripts
{
    internal static Judgement Judge(JudgingJob job, CancellationToken cancellationToken) =>
        RowJudge.With(job, scripts => Judge(scripts, job, cancellationToken));

    private static Judgement Judge(SchemeRules scripts, JudgingJob job, CancellationToken cancellationToken)
    {
        var rows = RowJudge.Judge(scripts, job, cancellationToken);
        return new Judgement(
            rows,
            job.WithConclusion ? SchemeConcluder.Conclude(scripts, job, rows) : null,
            job.WithChecks ? CheckRun.Run(scripts.Checks, job, rows) : []);
    }
}
