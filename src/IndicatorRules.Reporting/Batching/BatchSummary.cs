namespace IndicatorRules.Reporting.Batching;

/// <summary>How a batch ended. Immutable.</summary>
/// <param name="Counts">What it came to.</param>
/// <param name="Resumed">How many places and years were judged by an earlier run that this one went on from.</param>
public sealed record BatchSummary(BatchCounts Counts, long Resumed)
{
}
