using System.Collections.Immutable;
using IndicatorRules.Assessing;
using IndicatorRules.Checking;
using IndicatorRules.Contract;
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
            job.WithConclusion
                ? SchemeConcluder.Conclude(
                    scripts.Conclusion, job.Compiled.Scheme, [.. rows.Select((row, i) => StatusOf(row, i, job))], job.Year)
                : null,
            job.WithChecks ? CheckRun.Run(scripts.Checks, job, rows) : []);
    }

    private static Status StatusOf(RowVerdicts row, int index, JudgingJob job) =>
        (job.Faulty.Contains(index) ? default : row.Rule).StatusUnder(job.Evidence);
}
