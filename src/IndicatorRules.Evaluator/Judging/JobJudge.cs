using IndicatorRules.Evaluating;
using IndicatorRules.Evaluator.Wire;

namespace IndicatorRules.Evaluator.Judging;

/// <summary>In the process that judges: a job's frame → the answer's. What goes wrong ends the process. One thread.</summary>
internal sealed class JobJudge
{
    private readonly Dictionary<string, KnownLineage> _known = new(StringComparer.Ordinal);

    internal byte[] Judge(byte[] job) => AnswerWire.Write(RowJudge.Judge(JobWire.Read(job, _known), CancellationToken.None));
}
