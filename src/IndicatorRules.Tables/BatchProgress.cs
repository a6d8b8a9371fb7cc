namespace IndicatorRules.Tables;

/// <summary>How far a batch is, or how it ended. Immutable.</summary>
/// <param name="Counts">Counts over everything written so far, including earlier parts of a resumed run.</param>
/// <param name="Resumed">The places and years of these that earlier parts judged.</param>
/// <param name="Position">The part of the input read so far, in the unit of <paramref name="Length"/>.</param>
/// <param name="Length">The length of the input, in a unit that depends on its kind.</param>
public sealed record BatchProgress(BatchCounts Counts, long Resumed, long Position, long Length);
