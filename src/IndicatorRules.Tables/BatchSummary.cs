namespace IndicatorRules.Tables;

/// <summary>The result of a batch. Immutable.</summary>
/// <param name="Counts">Counts over all verdicts.</param>
/// <param name="Resumed">The places and years that an earlier, resumed run judged.</param>
public sealed record BatchSummary(BatchCounts Counts, long Resumed)
{
}
