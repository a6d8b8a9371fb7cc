using IndicatorRules.Contract;

namespace IndicatorRules.Batching;

/// <summary>The verdict on one indicator in one year of a place. Immutable.</summary>
/// <param name="Verdict">What the rule said; Undetermined where <paramref name="Fault"/> is set.</param>
/// <param name="Fault">The id of the diagnostic for which the row was not judged; null where it was.</param>
public readonly record struct RowVerdict(Verdict Verdict, string? Fault = null);
